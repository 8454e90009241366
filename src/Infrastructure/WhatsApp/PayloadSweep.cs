using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Drops raw bytes a day at a time, once all of the day is older than seven days, and has it on record.</summary>
public sealed class PayloadSweep(
    HubDataSource database, CrossTenantReading everyTenant, IEventStore events, TimeProvider clock, ILogger<PayloadSweep> logger)
    : BackgroundService
{
    private const string Rule = "Raw deliveries are kept for seven days.";

    private const int Slots = 10;

    // By the database's clock, and of days of which nothing is still to be read: as drop_raw_payloads asks before it drops.
    private const string DueOfSlot =
        """
        select p.tenant_id, (min(p.received_at) at time zone 'UTC')::date, count(*)
        from raw_payloads p
        where p.slot = $1 and (
            select not exists (select from raw_payloads n where n.slot = $1 and n.received_at > clock_timestamp() - interval '7 days')
                and not exists (select from webhook_arrivals a where a.slot = $1))
        group by p.tenant_id order by p.tenant_id
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan QuarantineKept = TimeSpan.FromDays(7);

    public async Task Sweep(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await DropDays(cancellationToken);
        await Drop(
            "select distinct tenant_id from quarantine where received_at <= $1",
            "delete from quarantine where tenant_id = $1 and received_at <= $2", now - QuarantineKept, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                logger.LogWarning("Raw payloads that are due could not be dropped ({Problem}); again in ten minutes", exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DropDays(CancellationToken cancellationToken)
    {
        for (short slot = 0; slot < Slots; slot++)
        {
            var due = await Due(slot, cancellationToken);
            if (due.Count == 0)
            {
                continue;
            }

            // The log first: after a crash in between the day is still due, and the log takes it once.
            foreach (var day in due)
            {
                await Record(day, cancellationToken);
            }

            await using var command = database.SelfScopedCommand("select drop_raw_payloads($1)");
            command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = slot });
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                logger.LogInformation("Raw payloads of a day were dropped, {Count} of {Firms} firms", due.Sum(day => day.Deliveries), due.Count);
            }
        }
    }

    private async Task<IReadOnlyList<DueDay>> Due(short slot, CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(new(DueOfSlot) { Parameters = { new NpgsqlParameter<short> { TypedValue = slot } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var due = new List<DueDay>();
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(new(new TenantId(Guid.Parse(reader.GetString(0))), reader.GetFieldValue<DateOnly>(1), reader.GetInt64(2)));
        }

        return due;
    }

    private async Task Record(DueDay due, CancellationToken cancellationToken)
    {
        var stream = StableId.Of($"{due.Tenant}/raw_payloads");
        (await events.Transact(
            new StreamId(due.Tenant, "raw_payloads", stream), RawPayloads.Decider, new DropRawPayloads(due.Day, due.Deliveries),
            new Provenance(
                Actor.System("payload-sweep"), CauseId.Of($"raw_payload_dropped/{due.Tenant}/{due.Day:O}"), stream, Reason: Rule),
            cancellationToken)).OrThrow();
    }

    private async Task Drop(string due, string delete, DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (TenantId tenant in await everyTenant.TenantsWith(due, before, cancellationToken))
        {
            await using var batch = database.Batch(tenant);
            batch.BatchCommands.Add(new(delete)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = before },
                },
            });
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>What one firm has of a day that is old enough.</summary>
    private sealed record DueDay(TenantId Tenant, DateOnly Day, long Deliveries);
}
