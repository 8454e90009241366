using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Infrastructure.Alarms;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>
/// Runs every shard that no other node runs: each is held by a session lock of this node's one session, so that whatever ends the node
/// frees its shards, and another takes them within a second. The checkpoints keep it exact even while two believe to hold a shard.
/// </summary>
internal sealed class SubscriptionEngine : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly HubDataSource _database;
    private readonly EventFeed _feed;
    private readonly SafeOrder _order;
    private readonly Checkpoints _checkpoints;
    private readonly ShardRunner _runner;
    private readonly Rebuilds _rebuilds;
    private readonly ILogger<SubscriptionEngine> _logger;
    private readonly IReadOnlyList<IShard> _shards;
    private readonly Dictionary<string, RebuildShard> _rebuildable;
    private readonly IReadOnlyCollection<RegisteredProjection> _projections;

    public SubscriptionEngine(
        HubDataSource database, EventFeed feed, SafeOrder order, Checkpoints checkpoints, ShardRunner runner, Rebuilds rebuilds,
        DocumentStore documents, ProjectionCatalog projections, IEnumerable<IPolicy> policies, IEnumerable<IShard> others,
        AlarmShards alarms, IDeadLetters deadLetters, ReceivingFirst receiving, ILoggerFactory loggers)
    {
        (_database, _feed, _order, _checkpoints, _runner, _rebuilds) = (database, feed, order, checkpoints, runner, rebuilds);
        _logger = loggers.CreateLogger<SubscriptionEngine>();
        _shards =
        [
            .. projections.All.Select(projection => new ProjectionShard(projection, new ProjectionFold(projection, documents), checkpoints)),
            .. policies.Select(policy => new PolicyShard(policy, checkpoints, deadLetters, receiving, loggers.CreateLogger<PolicyShard>())),
            .. alarms.All,
            .. others,
        ];
        _projections = projections.All;
        _rebuildable = _projections.ToDictionary(
            projection => projection.Table.Projection,
            projection => new RebuildShard(projection, new ProjectionFold(projection, documents), documents, rebuilds, checkpoints));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var feed = _feed.Run(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _checkpoints.Register([.. _shards.Where(shard => shard.FollowsLog)], await _order.End(stoppingToken), stoppingToken);
                await HoldShards(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                _logger.LogWarning("The node lost its session and with it its shards, taking them again: {Reason}", FailureReason.Of(e));
                await Task.Delay(BetweenLooks, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await feed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task HoldShards(CancellationToken stoppingToken)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var running = new Dictionary<string, Task>();
        await using var session = await _database.OpenSession(stoppingToken);
        try
        {
            while (true)
            {
                await LetGo(session, running, stoppingToken);
                var wanted = await _rebuilds.Wanted(_projections, stoppingToken);
                var open = _shards.Concat(wanted.Select(name => _rebuildable[name])).Where(shard => !running.ContainsKey(shard.Name))
                    .ToDictionary(shard => shard.Name);
                foreach (var name in await TryLock(session, open.Keys, stoppingToken))
                {
                    running.Add(name, _runner.Run(open[name], lost.Token));
                }

                await Task.Delay(BetweenLooks, stoppingToken);
            }
        }
        finally
        {
            await lost.CancelAsync();
            await Task.WhenAll(running.Values);
        }
    }

    /// <summary>A rebuild that is done is nobody's any more.</summary>
    private static async Task LetGo(NpgsqlConnection session, Dictionary<string, Task> running, CancellationToken cancellationToken)
    {
        foreach (var (name, task) in running.Where(shard => shard.Value.IsCompleted).ToArray())
        {
            await task;
            await using var unlock = new NpgsqlCommand("select pg_advisory_unlock(4802, hashtext($1))", session);
            unlock.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
            await unlock.ExecuteNonQueryAsync(cancellationToken);
            running.Remove(name);
        }
    }

    private static async Task<IReadOnlyList<string>> TryLock(NpgsqlConnection session, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select name from unnest($1::text[]) as name where pg_try_advisory_lock(4802, hashtext(name))", session);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. names] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var locked = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            locked.Add(reader.GetString(0));
        }

        return locked;
    }
}
