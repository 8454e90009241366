using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// Deliveries that arrive while others are being committed are committed together next: one statement and one flush to disk for many. There
/// is no timer; one that arrives while nothing is under way goes at once. Each is told of its own commit, or of its own failure.
/// </summary>
/// <param name="keep">Stores all of them in one transaction, or none.</param>
internal sealed class ArrivalCommit(Func<IReadOnlyList<Arrival>, Task> keep) : IAsyncDisposable
{
    /// <summary>Beyond these whoever delivers is sent away for a moment; the answer would take longer than its patience.</summary>
    private const int MostWaiting = 4_096;
    private const long MostWaitingBytes = 256 * 1024 * 1024;

    /// <summary>While one flushes, the other has the processor.</summary>
    private const int Committers = 2;
    private const int MostAtOnce = 128;
    private const long MostBytesAtOnce = 8 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _waitingBytes;
    private int _committing;
    private int _largest;
    private bool _isClosed;

    /// <summary>Comes back once it is durable.</summary>
    /// <returns><c>false</c> where too many wait already; then nothing was stored.</returns>
    public async ValueTask<bool> Keep(Arrival arrival)
    {
        var waiting = new Waiting(arrival);
        Waiting[]? group;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_waiting.Count >= MostWaiting || _waitingBytes >= MostWaitingBytes)
            {
                return false;
            }

            _waiting.Enqueue(waiting);
            _waitingBytes += arrival.Sealed.Length;
            group = Next();
        }

        if (group is not null)
        {
            _ = Commit(group); // whatever fails, those that wait hear of it
        }

        await waiting.Task;
        return true;
    }

    /// <summary>Takes no more and finishes those it has.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            CompleteIfDrained();
        }

        await _drained.Task;
    }

    /// <summary>
    /// Beside a group under way the next one goes once it is as large. Else those of a group, who come back one by one, would fall apart
    /// into one that goes at once and all the others.
    /// </summary>
    private Waiting[]? Next()
    {
        if (_waiting.Count == 0 || _committing == Committers || (_committing > 0 && _waiting.Count < _largest))
        {
            return null;
        }

        var group = new List<Waiting>(Math.Min(_waiting.Count, MostAtOnce));
        var bytes = 0L;
        while (group.Count < MostAtOnce && bytes < MostBytesAtOnce && _waiting.TryDequeue(out var waiting))
        {
            group.Add(waiting);
            bytes += waiting.Arrival.Sealed.Length;
        }

        _waitingBytes -= bytes;
        _committing++;
        _largest = group.Count;
        return [.. group];
    }

    private async Task Commit(Waiting[]? group)
    {
        while (group is not null)
        {
            await Keep(group);
            lock (_gate)
            {
                _committing--;
                group = Next();
                CompleteIfDrained();
            }
        }
    }

    private async Task Keep(Waiting[] group)
    {
        try
        {
            await keep(Array.ConvertAll(group, waiting => waiting.Arrival));
            Array.ForEach(group, waiting => waiting.SetResult());
        }
        catch (PostgresException refusal) when (group.Length > 1 && refusal.InvariantSeverity == "ERROR")
        {
            // The server undid all of it for certain; a bad one fails alone.
            foreach (var waiting in group)
            {
                await Keep([waiting]);
            }
        }
        catch (Exception failure)
        {
            Array.ForEach(group, waiting => waiting.SetException(failure));
        }
    }

    private void CompleteIfDrained()
    {
        if (_isClosed && _waiting.Count == 0 && _committing == 0)
        {
            _drained.TrySetResult();
        }
    }

    private sealed class Waiting(Arrival arrival) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Arrival Arrival => arrival;
    }
}
