using System.Diagnostics;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>
/// Reads new events once for all shards of this process and keeps the latest at hand; a shard that lies further back reads for itself.
/// </summary>
internal sealed class EventFeed(SafeOrder order, AppendSignal signal, ReceivingFirst receiving, ILogger<EventFeed> logger)
{
    // As many as a shard takes at once: what is published together is folded together, and who has taken what came before reads nothing by itself.
    private const int ReadAtOnce = BatchesAhead.Size;
    private const int Kept = 2 * ReadAtOnce;

    // Under load a reading a moment later brings several events for the price of one, and so do the batches of all shards.
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan WhileReceivingIsBehind = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookWhileResting = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan WhenIdle = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WhenHeldBack = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly WakeUp _wake = new();
    private readonly List<FeedItem> _latest = [];
    private Position? _start;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Follows the log until cancelled.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        signal.Raised += _wake.Ring;
        try
        {
            while (true)
            {
                var began = Stopwatch.GetTimestamp();
                var pause = await Follow(cancellationToken);
                await _wake.Sleep(pause, cancellationToken);
                if (pause > TimeSpan.Zero)
                {
                    await Rest(began, cancellationToken);
                }
            }
        }
        finally
        {
            signal.Raised -= _wake.Ring;
        }
    }

    /// <summary>The events after <paramref name="after"/>, at least one: waits for it.</summary>
    public async Task<IReadOnlyList<FeedItem>> Next(Position after, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            var atHand = false;
            lock (_gate)
            {
                changed = _changed.Task;
                atHand = _start is { } start && after >= start;
                if (atHand && _latest.Count > 0 && _latest[^1].Position > after)
                {
                    return [.. _latest.Skip(FirstAfter(after)).Take(limit)];
                }
            }

            if (!atHand)
            {
                var batch = await order.Read(after, limit, cancellationToken);
                if (batch.Items.Count > 0)
                {
                    return batch.Items;
                }
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>While receiving is behind for longer, so that a document which many of the events touch is written once; and no longer than it is.</summary>
    private async Task Rest(long began, CancellationToken cancellationToken)
    {
        while ((receiving.IsBehind ? WhileReceivingIsBehind : BetweenReadings) - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } left)
        {
            await Task.Delay(left < LookWhileResting ? left : LookWhileResting, cancellationToken);
        }
    }

    private async Task<TimeSpan> Follow(CancellationToken cancellationToken)
    {
        try
        {
            if (_start is null)
            {
                var start = await order.End(cancellationToken);
                lock (_gate)
                {
                    _start = start;
                }
            }

            var end = _latest.Count > 0 ? _latest[^1].Position : _start.Value;
            var batch = await order.Read(end, ReadAtOnce, cancellationToken);
            Publish(batch.Items);
            return batch.Items.Count == ReadAtOnce ? TimeSpan.Zero : batch.IsHeldBack ? WhenHeldBack : WhenIdle;
        }
        catch (NpgsqlException e)
        {
            logger.LogWarning("Events could not be read, trying again: {Reason}", FailureReason.Of(e));
            return AfterTrouble;
        }
    }

    private void Publish(IReadOnlyList<FeedItem> items)
    {
        TaskCompletionSource done;
        lock (_gate)
        {
            if (items.Count > 0)
            {
                _latest.AddRange(items);
                if (_latest.Count > Kept)
                {
                    var dropped = _latest.Count - (Kept / 2);
                    _start = _latest[dropped - 1].Position;
                    _latest.RemoveRange(0, dropped);
                }
            }

            done = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        done.SetResult();
    }

    private int FirstAfter(Position after)
    {
        var (low, high) = (0, _latest.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _latest[middle].Position > after ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
