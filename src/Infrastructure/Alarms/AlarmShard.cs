using System.Diagnostics;
using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Serialization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Alarms;

/// <summary>
/// Rings the alarms of one kind, on one node at a time: sleeps until the next is due, and is woken when the log sets or moves one.
/// </summary>
internal sealed class AlarmShard(
    AlarmKind kind, AlarmStore store, StoredJson json, ChangeFeed changes, ReceivingFirst receiving, AlarmMetrics metrics, TimeProvider clock,
    ILogger<AlarmShard> logger) : IShard
{
    private const int AtOnce = 256;

    // Each waits for the database, where what they ask goes together; a lone one's handler may ask much of it.
    private const int SideBySide = 64;

    // A notice may be lost (decision 21).
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    // While clients write, alarms are set and moved all the time; none is due for it.
    private static readonly TimeSpan LeastBetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);
    private static readonly TimeSpan RingsKept = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    public string Name => kind.Table.ToldAs;

    public int Version => 1;

    public bool StartsFromNow => false;

    public bool FollowsLog => false;

    public async Task Follow(EventFeed feed, CancellationToken cancellationToken)
    {
        var wake = new WakeUp();
        void Hear(Change change)
        {
            if (change.View == kind.Table.ToldAs)
            {
                wake.Ring();
            }
        }

        changes.Published += Hear;
        try
        {
            for (var swept = DateTimeOffset.MinValue; ;)
            {
                var look = Stopwatch.GetTimestamp();
                var now = clock.GetUtcNow();
                var due = await store.Due(kind, now, AtOnce, cancellationToken);
                await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, Ring);
                if (due.Count == AtOnce)
                {
                    continue;
                }

                if (now - swept >= BetweenSweeps)
                {
                    await store.Sweep(kind, now - RingsKept, cancellationToken);
                    swept = now;
                }

                await SleepUntil(await store.Next(kind, now, cancellationToken), wake, cancellationToken);
                if (LeastBetweenLooks - Stopwatch.GetElapsedTime(look) is { Ticks: > 0 } rest)
                {
                    await Task.Delay(rest, cancellationToken);
                }
            }
        }
        finally
        {
            changes.Published -= Hear;
        }
    }

    /// <summary>The clock itself rings the bell, so that moving a test's clock wakes the sleeper as time does.</summary>
    private async Task SleepUntil(DateTimeOffset? next, WakeUp wake, CancellationToken cancellationToken)
    {
        var left = next - clock.GetUtcNow() ?? LongestTimer;
        await using var timer = clock.CreateTimer(
            _ => wake.Ring(), state: null, left > LongestTimer ? LongestTimer : left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await wake.Sleep(BetweenLooks, cancellationToken);
    }

    private async ValueTask Ring(StoredAlarm alarm, CancellationToken cancellationToken)
    {
        var dueAt = AlarmTime.Read(alarm.DueAt)!.Value;
        if (alarm.Attempts == 0)
        {
            metrics.Late(kind.Name, clock.GetUtcNow() - dueAt);
        }

        try
        {
            using var turn = await receiving.Begin(cancellationToken);
            await json.LoadKeys(alarm.Tenant, [alarm.Data], cancellationToken);
            var view = (IAlarm)json.Read(alarm.Data, kind.Handler.Alarm);
            var rung = await kind.Handler.Ring(alarm.Tenant, kind.Name, alarm.Key, dueAt, view, cancellationToken);
            await store.Rang(kind, alarm, rung.AgainAt, attempts: 0, failure: null, clock.GetUtcNow(), cancellationToken);
            metrics.Rang(kind.Name, rung.AgainAt is null ? "done" : "put_off");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (NpgsqlException e) when (e.IsTransient)
        {
            throw; // no fault of the alarm
        }
#pragma warning disable CA1031 // whatever a handler throws, its reason is kept, the other alarms have their turn, and this one again later
        catch (Exception e)
#pragma warning restore CA1031
        {
            var reason = FailureReason.Of(e);
            logger.LogWarning("Alarm {Kind} {Key} failed, attempt {Attempt}: {Reason}", kind.Name, alarm.Key, alarm.Attempts + 1, reason);
            await store.Rang(kind, alarm, clock.GetUtcNow() + BackOff(alarm.Attempts), alarm.Attempts + 1, reason, clock.GetUtcNow(), cancellationToken);
            metrics.Rang(kind.Name, "failed");
        }
    }

    private static TimeSpan BackOff(int attempts)
    {
        var seconds = Math.Pow(4, Math.Min(attempts, 10));
        return seconds < LongestBackOff.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestBackOff;
    }
}
