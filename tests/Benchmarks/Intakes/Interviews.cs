using System.Collections.Concurrent;
using System.Diagnostics;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Benchmarks.Webhooks;

namespace Lawyers.Hub.Benchmarks.Intakes;

/// <param name="Waits">From the message at the door to the next one on the phone, beyond the batching window.</param>
internal sealed record Answering(double PerSecond, Latencies Waits);

/// <summary>Every client writes, waits for what comes, and writes the next.</summary>
internal sealed class Interviews(Door door, Deliveries deliveries, Phones phones, TimeSpan window)
{
    /// <param name="firstTurn">Where in the story the clients stand.</param>
    /// <param name="length">How many messages each of them writes.</param>
    public async Task<Answering> Run(int firstTurn, int length, CancellationToken cancellationToken)
    {
        var waits = new ConcurrentBag<TimeSpan>();
        var whole = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, IntakeBenchmark.Clients).Select(client => Write(client, firstTurn, length, waits, cancellationToken)));
        return new(waits.Count / whole.Elapsed.TotalSeconds, new Latencies(waits));
    }

    private async Task Write(int client, int firstTurn, int length, ConcurrentBag<TimeSpan> waits, CancellationToken cancellationToken)
    {
        for (var turn = firstTurn; turn < firstTurn + length; turn++)
        {
            var (step, text) = Story.At(turn);
            var heard = phones.Next(Deliveries.WaId(client));
            var waited = Stopwatch.StartNew();
            await door.Deliver(deliveries.Of(new Utterance(client, step, text)), cancellationToken);
            await heard.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
            waits.Add(waited.Elapsed - window);
        }
    }
}
