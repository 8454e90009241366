using System.Collections.Concurrent;
using System.Diagnostics;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>Two ways to press: at a steady rate, and as fast as some connections can.</summary>
internal static class Load
{
    /// <summary>Open loop: each delivery has its moment, and its time counts from then, so that a stall is not left out.</summary>
    /// <param name="next">Makes the next delivery; called in order, when it is due.</param>
    /// <param name="watch">Told of each delivery just before it leaves.</param>
    public static async Task<Latencies> Steady(
        Door door, Func<Delivery> next, int perSecond, TimeSpan length, Watch? watch, CancellationToken cancellationToken)
    {
        var taken = new ConcurrentBag<TimeSpan>();
        var running = new List<Task>();
        var clock = Stopwatch.StartNew();
        for (var sent = 0; sent < perSecond * length.TotalSeconds; sent++)
        {
            var due = TimeSpan.FromSeconds((double)sent / perSecond);
            if (due > clock.Elapsed)
            {
                await Task.Delay(due - clock.Elapsed, cancellationToken);
            }

            var delivery = next();
            watch?.Leaves(delivery, clock.Elapsed - due);
            running.Add(Send(delivery, due));
        }

        await Task.WhenAll(running);
        return new Latencies(taken);

        async Task Send(Delivery delivery, TimeSpan due)
        {
            await door.Deliver(delivery, cancellationToken);
            taken.Add(clock.Elapsed - due);
        }
    }

    /// <summary>Closed loop; the answer is deliveries a second.</summary>
    public static async Task<double> Fastest(Door door, Func<Delivery> next, int connections, TimeSpan length, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var sent = 0;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (clock.Elapsed < length)
            {
                await door.Deliver(next(), cancellationToken);
                Interlocked.Increment(ref sent);
            }
        }));
        return sent / clock.Elapsed.TotalSeconds;
    }
}
