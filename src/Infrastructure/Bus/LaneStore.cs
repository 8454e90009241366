using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>What one worker does to lanes in the database. Everything but claiming asks first whether the lane is still its own.</summary>
internal sealed class LaneStore(HubDataSource database, CrossTenantReading everyTenant, Guid worker)
{
    private const int FetchedAtOnce = 16;

    public async Task<List<Lane>> Claim(IReadOnlyCollection<string> topics, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(new("select tenant_id, topic, key from bus_claim($1, $2, $3, $4)")
        {
            Parameters =
            {
                Of(worker),
                new NpgsqlParameter<TimeSpan> { TypedValue = lease },
                new NpgsqlParameter<string[]> { TypedValue = [.. topics] },
                new NpgsqlParameter<int> { TypedValue = most },
            },
        });
        return await ReadLanes(batch, cancellationToken);
    }

    /// <returns>Those that were still this worker's.</returns>
    public async Task<List<Lane>> Renew(IReadOnlyCollection<Lane> lanes, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(new("select tenant_id, topic, key from bus_renew($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                Of(worker),
                new NpgsqlParameter<TimeSpan> { TypedValue = lease },
                new NpgsqlParameter<string[]> { TypedValue = [.. lanes.Select(lane => lane.Tenant.ToString())] },
                new NpgsqlParameter<string[]> { TypedValue = [.. lanes.Select(lane => lane.Topic)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. lanes.Select(lane => lane.Key)] },
            },
        });
        return await ReadLanes(batch, cancellationToken);
    }

    /// <summary>The first messages of the lane, and how often it had been published to before they were read; <c>null</c> where the lane was lost.</summary>
    public async Task<(long Published, List<WaitingMessage> Messages)?> Fetch(Lane lane, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(lane.Tenant);
        batch.BatchCommands.Add(new(
            "select published from bus_lanes where tenant_id = $1 and topic = $2 and key = $3 and owner = $4")
        {
            Parameters = { Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), Of(worker) },
        });
        batch.BatchCommands.Add(new(
            """
            select position, id, body, attempts from bus_messages
            where tenant_id = $1 and topic = $2 and key = $3 order by position limit $4
            """)
        {
            Parameters = { Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), new NpgsqlParameter<int> { TypedValue = FetchedAtOnce } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var published = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var messages = new List<WaitingMessage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            messages.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetFieldValue<byte[]>(2), reader.GetInt32(3)));
        }

        return (published, messages);
    }

    /// <returns>Whether the lane was still this worker's.</returns>
    public Task<bool> Done(Lane lane, WaitingMessage message, CancellationToken cancellationToken) => Execute(
        lane,
        cancellationToken,
        new NpgsqlBatchCommand("""
            delete from bus_messages where tenant_id = $1 and topic = $2 and key = $3 and position = $5
            and exists (select from bus_lanes where tenant_id = $1 and topic = $2 and key = $3 and owner = $4)
            """)
        {
            Parameters = { Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), Of(worker), Of(message.Position) },
        });

    /// <summary>Out of the lane and among the dead, where it waits for somebody to ask for another try.</summary>
    public Task<bool> Bury(Lane lane, WaitingMessage message, CancellationToken cancellationToken) => Execute(
        lane,
        cancellationToken,
        new NpgsqlBatchCommand("""
            with dead as (
                delete from bus_messages where tenant_id = $1 and topic = $2 and key = $3 and position = $5
                and exists (select from bus_lanes where tenant_id = $1 and topic = $2 and key = $3 and owner = $4)
                returning tenant_id, topic, key, id, body, attempts)
            insert into bus_dead (tenant_id, topic, key, id, body, attempts) select * from dead
            """)
        {
            Parameters = { Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), Of(worker), Of(message.Position) },
        });

    /// <summary>Counts the failed attempt and lets the lane rest.</summary>
    public Task<bool> Pause(Lane lane, WaitingMessage message, TimeSpan pause, CancellationToken cancellationToken) => Execute(
        lane,
        cancellationToken,
        new NpgsqlBatchCommand("update bus_messages set attempts = attempts + 1 where tenant_id = $1 and topic = $2 and key = $3 and position = $4")
        {
            Parameters = { Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), Of(message.Position) },
        },
        HandingBack(lane, pause));

    public Task<bool> HandBack(Lane lane, CancellationToken cancellationToken) => Execute(lane, cancellationToken, HandingBack(lane, TimeSpan.Zero));

    /// <summary>Closes an empty lane, unless something was published since it was looked at.</summary>
    public Task<bool> Close(Lane lane, long published, CancellationToken cancellationToken) => Execute(
        lane,
        cancellationToken,
        new NpgsqlBatchCommand("""
            update bus_lanes set owner = null, next_at = 'infinity'
            where tenant_id = $1 and topic = $2 and key = $3 and owner = $4 and published = $5
            """)
        {
            Parameters = { Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), Of(worker), Of(published) },
        });

    private NpgsqlBatchCommand HandingBack(Lane lane, TimeSpan pause) => new(
        """
        update bus_lanes set owner = null, next_at = clock_timestamp() + $5
        where tenant_id = $1 and topic = $2 and key = $3 and owner = $4
        """)
    {
        Parameters =
        {
            Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), Of(worker), new NpgsqlParameter<TimeSpan> { TypedValue = pause },
        },
    };

    private async Task<bool> Execute(Lane lane, CancellationToken cancellationToken, params NpgsqlBatchCommand[] commands)
    {
        await using var batch = database.Batch(lane.Tenant);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        return commands[^1].RecordsAffected > 0;
    }

    private static async Task<List<Lane>> ReadLanes(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var lanes = new List<Lane>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lanes.Add(new(new TenantId(Guid.Parse(reader.GetString(0))), reader.GetString(1), reader.GetString(2)));
        }

        return lanes;
    }

    private static NpgsqlParameter<string> Of(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    private static NpgsqlParameter<string> Of(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<Guid> Of(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<long> Of(long number) => new() { TypedValue = number };
}
