using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus.RabbitMq;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>Measures the backlog, and forgets the ids of messages so old that nobody repeats them.</summary>
public sealed class BusHousekeeping(
    HubDataSource database,
    CrossTenantReading everyTenant,
    IEnumerable<IBacklog> backlogs,
    BusMetrics metrics,
    BusOptions options,
    TimeProvider clock,
    ILogger<BusHousekeeping> logger) : BackgroundService
{
    private const string DropLetters = "delete from dead_letters where tenant_id = $1 and at < $2";
    private const string DropBodies = "delete from bus_dead where tenant_id = $1 and died_at < $2";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    internal const int ForgottenAtOnce = 10_000;

    // Meta repeats a delivery for seven days.
    private static readonly TimeSpan IdsKept = TimeSpan.FromDays(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        long? swept = null;
        do
        {
            try
            {
                metrics.Saw(await Backlog(stoppingToken));
                if (swept is null || clock.GetElapsedTime(swept.Value) >= BetweenSweeps)
                {
                    await Sweep(stoppingToken);
                    await DropDeadLetters(stoppingToken);
                    swept = clock.GetTimestamp();
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && (exception is NpgsqlException || RabbitMqTrouble.Is(exception)))
            {
                logger.LogWarning("The bus could not be measured ({Problem})", exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Forgets old ids and lanes that lie empty.</summary>
    internal async Task Sweep(CancellationToken cancellationToken)
    {
        var before = await Now(cancellationToken) - IdsKept;
        foreach (var tenant in await everyTenant.TenantsWith("select distinct tenant_id from bus_ids where published_at < $1", before, cancellationToken))
        {
            while (await ForgetSome(tenant, before, cancellationToken) == ForgottenAtOnce)
            {
                // more of them are old
            }

            await using var batch = database.Batch(tenant);
            batch.BatchCommands.Add(new("delete from bus_lanes where tenant_id = $1 and next_at = 'infinity'")
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.ToString() } },
            });
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>A part at a time: after a long stop, or a spike eight days ago, all of them in one transaction would hold up the vacuum of every table.</summary>
    private async Task<int> ForgetSome(TenantId tenant, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var batch = database.UnhurriedBatch(tenant); // what is not forgotten in a power cut is so next time
        batch.BatchCommands.Add(new(
            """
            delete from bus_ids where ctid = any (array(
                select ctid from bus_ids where tenant_id = $1 and published_at < $2 order by published_at limit $3))
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = before },
                new NpgsqlParameter<int> { TypedValue = ForgottenAtOnce },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return (int)batch.BatchCommands[^1].RecordsAffected;
    }

    /// <summary>Dead letters that nobody has touched for long, with their bodies; that they were, and what became of them, stays in the log.</summary>
    internal async Task DropDeadLetters(CancellationToken cancellationToken)
    {
        var before = await Now(cancellationToken) - options.DeadLettersKept;
        foreach (var tenant in await everyTenant.TenantsWith("select distinct tenant_id from dead_letters where at < $1", before, cancellationToken))
        {
            await using var batch = database.Batch(tenant);
            foreach (var statement in new[] { DropLetters, DropBodies })
            {
                batch.BatchCommands.Add(new(statement)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                        new NpgsqlParameter<DateTimeOffset> { TypedValue = before },
                    },
                });
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>What is old is old by the database's clock, which wrote the rows: a wrong one of a node drops nothing early.</summary>
    private async Task<DateTimeOffset> Now(CancellationToken cancellationToken)
    {
        await using var command = database.SelfScopedCommand("select clock_timestamp()");
        return (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<IReadOnlyList<TopicBacklog>> Backlog(CancellationToken cancellationToken)
    {
        var all = new List<TopicBacklog>();
        foreach (var backlog in backlogs)
        {
            all.AddRange(await backlog.Read(cancellationToken));
        }

        return [.. all.GroupBy(topic => topic.Topic).Select(topic => new TopicBacklog(topic.Key, topic.Sum(part => part.Depth), topic.Max(part => part.OldestAge)))];
    }
}
