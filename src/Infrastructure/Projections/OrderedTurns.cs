using Lawyers.Hub.Infrastructure.EventStore;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>
/// Takes positions of the log side by side, those that share a key one after another, and knows up to where all of it is done. The
/// first that fails stops all.
/// </summary>
internal sealed class OrderedTurns<TKey>(Position start, int atOnce, int mostOpen, CancellationToken cancellationToken) : IAsyncDisposable
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _room = new(mostOpen);
    private readonly SemaphoreSlim _slots = new(atOnce);
    private readonly Dictionary<TKey, Turn> _last = [];
    private readonly Queue<Turn> _open = [];
    private Position _allDoneUpTo = start;

    /// <summary>Work as far as it is done without a gap.</summary>
    public Position AllDoneUpTo
    {
        get
        {
            lock (_gate)
            {
                return _allDoneUpTo;
            }
        }
    }

    /// <summary>Faults with what ended the work; never completes otherwise.</summary>
    public Task Failed => _failed.Task;

    /// <summary>Cancelled with the first failure.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Waits for room, then begins without waiting for the work.</summary>
    /// <param name="position">After those of all earlier calls.</param>
    /// <param name="keys">Work waits for what was begun before with one of them.</param>
    /// <param name="work">Gets the number of the attempt, from 1; answers after what pause it wants another one, <c>null</c> when it is done.</param>
    public async Task Begin(Position position, IReadOnlyCollection<TKey> keys, Func<int, CancellationToken, Task<TimeSpan?>> work)
    {
        await _room.WaitAsync(Stopping);
        var turn = new Turn(position);
        List<Task> predecessors = [];
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (_last.TryGetValue(key, out var before) && before != turn)
                {
                    predecessors.Add(before.Running);
                }

                _last[key] = turn;
            }

            _open.Enqueue(turn);
        }

        turn.Running = Run(turn, keys, predecessors, work); // only the next call, or the end, looks at it
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_gate)
        {
            running = [.. _open.Select(turn => turn.Running)];
        }

        await Task.WhenAll(running);
        _stopping.Dispose();
        _room.Dispose();
        _slots.Dispose();
    }

#pragma warning disable CA1031 // whatever it was ends the work, and is told to whoever follows it
    private async Task Run(Turn turn, IReadOnlyCollection<TKey> keys, List<Task> predecessors, Func<int, CancellationToken, Task<TimeSpan?>> work)
    {
        try
        {
            // Most events are none of a policy's business: waking another thread to find that out costs many times the finding.
            if (predecessors.Count > 0)
            {
                await Task.WhenAll(predecessors).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }

            for (var attempt = 1; await Attempt(attempt, work) is { } pause; attempt++)
            {
                await Task.Delay(pause, Stopping);
            }

            Finish(turn, keys);
        }
        catch (Exception e)
        {
            _failed.TrySetException(e);
            await _stopping.CancelAsync();
        }
    }
#pragma warning restore CA1031

    private async Task<TimeSpan?> Attempt(int attempt, Func<int, CancellationToken, Task<TimeSpan?>> work)
    {
        await _slots.WaitAsync(Stopping);
        try
        {
            return await work(attempt, Stopping);
        }
        finally
        {
            _slots.Release();
        }
    }

    private void Finish(Turn turn, IReadOnlyCollection<TKey> keys)
    {
        lock (_gate)
        {
            turn.IsDone = true;
            foreach (var key in keys.Where(key => _last.GetValueOrDefault(key) == turn))
            {
                _last.Remove(key);
            }

            while (_open.TryPeek(out var oldest) && oldest.IsDone)
            {
                _allDoneUpTo = _open.Dequeue().Position;
            }
        }

        _room.Release();
    }

    private sealed class Turn(Position position)
    {
        public Position Position => position;

        public Task Running { get; set; } = Task.CompletedTask;

        public bool IsDone { get; set; }
    }
}
