using System.Diagnostics;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>A client of whom something has left and is not seen yet.</summary>
/// <param name="Since">From when on the timeline is worth a look.</param>
internal sealed record Waiting(int Client, DateTimeOffset Since);

/// <summary>An inbound message on a timeline.</summary>
internal sealed record Shown(int Client, string Message);

/// <summary>Where messages become readable.</summary>
internal interface IReadModel
{
    /// <returns>Each client's messages since, in the order of their timeline.</returns>
    Task<IReadOnlyList<Shown>> Read(IReadOnlyList<Waiting> clients, CancellationToken cancellationToken);
}

/// <summary>
/// Looks at the watched clients' timelines again and again, and takes the time from the moment when a message was due at the door to the
/// look that first finds it. One query a look, and only about those who wait for something: looking must not slow what is measured.
/// </summary>
internal sealed class Watch(IReadModel model, IReadOnlyCollection<int> clients)
{
    /// <summary>A time is up to this much too long.</summary>
    public static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Of two messages that one client has under way the second may become durable first; the other then stands before it on the timeline,
    /// and earlier than it left.
    /// </summary>
    private static readonly TimeSpan Overtaking = TimeSpan.FromSeconds(10);

    private readonly Lock _one = new();
    private readonly DateTimeOffset _begun = TimeProvider.System.GetUtcNow();
    private readonly Dictionary<int, Queue<(long Due, DateTimeOffset Left)>> _waiting = clients.ToDictionary(client => client, _ => new Queue<(long, DateTimeOffset)>());
    private readonly HashSet<string> _seen = [];
    private readonly List<TimeSpan> _taken = [];
    private readonly List<TimeSpan> _gaps = [];

    public Latencies Seen => new(_taken);

    /// <summary>How far apart the looks really were.</summary>
    public Latencies Gaps => new(_gaps);

    /// <param name="late">How much later than due it leaves.</param>
    public void Leaves(Delivery delivery, TimeSpan late)
    {
        if (_waiting.TryGetValue(delivery.Said.Client, out var queue))
        {
            lock (_one)
            {
                queue.Enqueue((Stopwatch.GetTimestamp() - (long)(late.TotalSeconds * Stopwatch.Frequency), TimeProvider.System.GetUtcNow()));
            }
        }
    }

    /// <summary>Looks until the load has ended and everything that left was seen.</summary>
    /// <exception cref="BenchmarkException">Something was not seen within the patience after the end of the load.</exception>
    public async Task Until(Task load, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Resolution);
        var last = Stopwatch.GetTimestamp();
        long? ended = null;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var waiting = WhoWaits();
            if (load.IsCompleted)
            {
                if (waiting.Count == 0 || load.IsFaulted)
                {
                    return;
                }

                ended ??= Stopwatch.GetTimestamp();
                if (Stopwatch.GetElapsedTime(ended.Value) > patience)
                {
                    throw new BenchmarkException(
                        $"Messages of {waiting.Count} watched clients were acknowledged and not readable {patience.TotalSeconds:0} s after the load ended.");
                }
            }

            var shown = waiting.Count == 0 ? [] : await model.Read(waiting, cancellationToken);
            Take(shown);
            _gaps.Add(Stopwatch.GetElapsedTime(last));
            last = Stopwatch.GetTimestamp();
        }
    }

    private List<Waiting> WhoWaits()
    {
        lock (_one)
        {
            return [.. _waiting.Where(client => client.Value.Count > 0).Select(client => new Waiting(client.Key, From(client.Value.Peek().Left)))];
        }
    }

    private DateTimeOffset From(DateTimeOffset left) => left - Overtaking > _begun ? left - Overtaking : _begun;

    /// <summary>Which of a client's messages it is does not matter: as many times are taken, and as a rule they come through in the order in which they left.</summary>
    private void Take(IReadOnlyList<Shown> shown)
    {
        lock (_one)
        {
            foreach (var message in shown.Where(message => _seen.Add(message.Message)))
            {
                if (_waiting[message.Client].TryDequeue(out var left))
                {
                    _taken.Add(Stopwatch.GetElapsedTime(left.Due));
                }
            }
        }
    }
}
