using System.Diagnostics;
using System.Net.Sockets;
using Lawyers.Hub.Infrastructure.EventStore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Runs one shard as long as this node holds it, or until its work is done, through every trouble that passes.</summary>
internal sealed class ShardRunner(EventFeed feed, Checkpoints checkpoints, ILogger<ShardRunner> logger)
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task Run(IShard shard, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await shard.Follow(feed, cancellationToken);
                return;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or SocketException or TimeoutException)
            {
                logger.LogWarning("Shard {Shard} starts again from its checkpoint: {Reason}", shard.Name, FailureReason.Of(e));
                await Pause(AfterTrouble, cancellationToken);
            }
            catch (ShardStoppedException e)
            {
                await RecordStop(shard, e, cancellationToken);
                await UntilResumed(shard.Name, cancellationToken);
            }
#pragma warning disable CA1031 // a bug in one shard must not end it unseen
            catch (Exception e)
#pragma warning restore CA1031
            {
                await RecordStop(shard, new ShardStoppedException(null, FailureReason.Of(e), e), cancellationToken);
                await UntilResumed(shard.Name, cancellationToken);
            }
        }
    }

    private async Task RecordStop(IShard shard, ShardStoppedException stop, CancellationToken cancellationToken)
    {
        logger.LogError("Shard {Shard} stands still at event {Event}: {Reason}", shard.Name, stop.Event, stop.Message);
        try
        {
            await checkpoints.Stop(shard.Name, stop.Event, stop.Message, cancellationToken);
        }
        catch (NpgsqlException e)
        {
            logger.LogWarning("That shard {Shard} stands still could not be recorded: {Reason}", shard.Name, FailureReason.Of(e));
        }
    }

    /// <summary>What stopped it may have passed, so it tries again by and by; at once if somebody asks for it, which takes the stop away.</summary>
    private async Task UntilResumed(string shard, CancellationToken cancellationToken)
    {
        var stopped = Stopwatch.GetTimestamp();
        do
        {
            await Pause(BetweenLooks, cancellationToken);
        }
        while (Stopwatch.GetElapsedTime(stopped) < BetweenAttempts && !cancellationToken.IsCancellationRequested && await IsStopped(shard, cancellationToken));
    }

    private async Task<bool> IsStopped(string shard, CancellationToken cancellationToken)
    {
        try
        {
            return await checkpoints.IsStopped(shard, cancellationToken);
        }
        catch (NpgsqlException e)
        {
            logger.LogWarning("Whether shard {Shard} is to go on could not be read: {Reason}", shard, FailureReason.Of(e));
            return true;
        }
    }

    private static async Task Pause(TimeSpan time, CancellationToken cancellationToken) =>
        await Task.Delay(time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
