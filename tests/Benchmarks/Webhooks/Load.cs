using System.Collections.Concurrent;
using System.Diagnostics;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>Two ways to press: at a steady rate, and as fast as some connections can.</summary>
internal static class Load
{
    /// <summary>Open loop: each delivery has its moment, and its time counts from then, so that a stall is not left out.</summary>
    public static async Task<Latencies> Steady(HttpClient target, Deliveries deliveries, int perSecond, TimeSpan length, CancellationToken cancellationToken)
    {
        var taken = new ConcurrentBag<TimeSpan>();
        var running = new List<Task>();
        var clock = Stopwatch.StartNew();
        for (var sent = 0; clock.Elapsed < length; sent++)
        {
            var due = TimeSpan.FromSeconds((double)sent / perSecond);
            if (due > clock.Elapsed)
            {
                await Task.Delay(due - clock.Elapsed, cancellationToken);
            }

            running.Add(Send(due));
        }

        await Task.WhenAll(running);
        return new Latencies(taken);

        async Task Send(TimeSpan due)
        {
            await Deliver(target, deliveries, cancellationToken);
            taken.Add(clock.Elapsed - due);
        }
    }

    /// <summary>Closed loop; the answer is deliveries a second.</summary>
    public static async Task<double> Fastest(HttpClient target, Deliveries deliveries, int connections, TimeSpan length, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var sent = 0;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (clock.Elapsed < length)
            {
                await Deliver(target, deliveries, cancellationToken);
                Interlocked.Increment(ref sent);
            }
        }));
        return sent / clock.Elapsed.TotalSeconds;
    }

    private static async Task Deliver(HttpClient target, Deliveries deliveries, CancellationToken cancellationToken)
    {
        using var request = deliveries.Next();
        using var answer = await target.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
