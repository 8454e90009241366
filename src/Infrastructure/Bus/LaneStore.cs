using System.Diagnostics;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>What one worker does to lanes in the database. Everything but claiming asks first whether the lane is still its own.</summary>
internal sealed class LaneStore(HubDataSource database, CrossTenantReading everyTenant, Guid worker)
{
    private const int FetchedAtOnce = 16;

    private readonly JoinedCalls<HandledMessages, LaneAfter> _done = new((tenant, handled) => Done(database, worker, tenant, handled));
    private readonly JoinedCalls<Lane, LaneHead?> _fetch = new((tenant, lanes) => Fetch(database, worker, tenant, lanes));

    /// <summary>Takes lanes that are due, each with its first messages.</summary>
    public async Task<List<(Lane Lane, LaneHead Head)>> Claim(
        IReadOnlyCollection<string> topics, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(new("select tenant_id, topic, key, published, position, id, body, attempts, waited from bus_claim($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                Of(worker),
                new NpgsqlParameter<TimeSpan> { TypedValue = lease },
                new NpgsqlParameter<string[]> { TypedValue = [.. topics] },
                new NpgsqlParameter<int> { TypedValue = most },
                new NpgsqlParameter<int> { TypedValue = FetchedAtOnce },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<(Lane Lane, long Published, WaitingMessage? Message)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((ReadLane(reader), reader.GetInt64(3), await reader.IsDBNullAsync(4, cancellationToken) ? null : ReadMessage(reader, 4)));
        }

        return
        [
            .. rows.GroupBy(row => (row.Lane, row.Published), row => row.Message)
                .Select(lane => (lane.Key.Lane, HeadOf(lane.Key.Published, [.. lane.OfType<WaitingMessage>()]))),
        ];
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
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var held = new List<Lane>();
        while (await reader.ReadAsync(cancellationToken))
        {
            held.Add(ReadLane(reader));
        }

        return held;
    }

    /// <summary>The first messages of the lane; <c>null</c> where the lane was lost.</summary>
    public Task<LaneHead?> Fetch(Lane lane, CancellationToken cancellationToken) => _fetch.Make(lane.Tenant, lane, cancellationToken);

    /// <summary>Takes what was handled out of its lane and, where it was the last that was seen, closes the lane in the same round trip.</summary>
    /// <param name="closing">What the lane had to offer, if nothing of it is left now; nothing may have been published since.</param>
    public Task<LaneAfter> Done(Lane lane, IReadOnlyList<WaitingMessage> messages, LaneHead? closing, CancellationToken cancellationToken) =>
        _done.Make(lane.Tenant, new(lane, [.. messages.Select(message => message.Position)], closing?.Published), cancellationToken);

    /// <summary>Out of the lane and among the dead, where it waits for somebody to ask for another try.</summary>
    public Task<bool> Bury(Lane lane, WaitingMessage message, CancellationToken cancellationToken) => Execute(
        lane,
        cancellationToken,
        new NpgsqlBatchCommand("""
            with dead as (
                delete from bus_messages where tenant_id = $1 and topic = $2 and key = $3 and position = $5
                and exists (select from bus_lanes where tenant_id = $1 and topic = $2 and key = $3 and owner = $4)
                returning tenant_id, key, id, body, attempts)
            insert into bus_dead (tenant_id, topic, key, id, body, attempts) select tenant_id, $6, key, id, body, attempts from dead
            on conflict do nothing
            """)
        {
            Parameters = { Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), Of(worker), Of(message.Position), Of(lane.Origin) },
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

    /// <param name="pause">Before anybody takes it again.</param>
    public Task<bool> HandBack(Lane lane, TimeSpan pause, CancellationToken cancellationToken) =>
        Execute(lane, cancellationToken, HandingBack(lane, pause));

    /// <summary>Closes an empty lane, unless something was published since it was looked at.</summary>
    public Task<bool> Close(Lane lane, LaneHead empty, CancellationToken cancellationToken) =>
        Execute(lane, cancellationToken, Closing(lane, empty.Published));

    private NpgsqlBatchCommand Closing(Lane lane, long published) => new(
        """
        update bus_lanes set owner = null, next_at = 'infinity'
        where tenant_id = $1 and topic = $2 and key = $3 and owner = $4 and published = $5
        """)
    {
        Parameters = { Of(lane.Tenant), Of(lane.Topic), Of(lane.Key), Of(worker), Of(published) },
    };

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
        return await Execute(batch, commands, cancellationToken);
    }

    private static async Task<bool> Execute(NpgsqlBatch batch, IReadOnlyList<NpgsqlBatchCommand> commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        return commands[^1].RecordsAffected > 0;
    }

    private static async Task<IReadOnlyList<LaneHead?>> Fetch(HubDataSource database, Guid worker, TenantId tenant, IReadOnlyList<Lane> lanes)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            """
            select a.n, l.published, m.position, m.id, m.body, m.attempts, clock_timestamp() - m.published_at
            from unnest($3, $4) with ordinality as a (topic, key, n)
            cross join lateral (
                select o.owner, o.published from bus_lanes o where o.tenant_id = $1 and o.topic = a.topic and o.key = a.key limit 1) l
            left join lateral (
                select w.position, w.id, w.body, w.attempts, w.published_at from bus_messages w
                where w.tenant_id = $1 and w.topic = a.topic and w.key = a.key
                order by w.position limit $5) m on true
            where l.owner = $2
            order by a.n, m.position
            """)
        {
            Parameters =
            {
                Of(tenant),
                Of(worker),
                new NpgsqlParameter<string[]> { TypedValue = [.. lanes.Select(lane => lane.Topic)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. lanes.Select(lane => lane.Key)] },
                new NpgsqlParameter<int> { TypedValue = FetchedAtOnce },
            },
        });
        var found = new (long Published, List<WaitingMessage> Messages)?[lanes.Count];
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        await reader.NextResultAsync(CancellationToken.None); // past the tenant's setting
        while (await reader.ReadAsync(CancellationToken.None))
        {
            var lane = found[reader.GetInt64(0) - 1] ??= (reader.GetInt64(1), []);
            if (!reader.IsDBNull(2))
            {
                lane.Messages.Add(ReadMessage(reader, 2));
            }
        }

        return Array.ConvertAll(found, lane => lane is var (published, messages) ? HeadOf(published, messages) : null);
    }

    /// <summary>
    /// Whose lane is whose is asked first, and lanes are locked in one order everywhere. Each is found by its key: all that the worker holds,
    /// compared with all that are done, would be the square of a group.
    /// </summary>
    private static async Task<IReadOnlyList<LaneAfter>> Done(
        HubDataSource database, Guid worker, TenantId tenant, IReadOnlyList<HandledMessages> handled)
    {
        var rows = handled.SelectMany((one, place) => one.Positions.Select(position => (Handled: one, Place: place, Position: position))).ToArray();

        // Forgotten in a power cut it comes again, and what is handled twice is recorded once.
        await using var batch = database.UnhurriedBatch(tenant);
        batch.BatchCommands.Add(new(
            """
            with mine as materialized (
                select h.lane, h.topic, h.key, h.closing, h.position
                from (select * from unnest($3, $4, $5, $6, $7) as n (lane, topic, key, closing, position) order by n.topic, n.key offset 0) h
                cross join lateral (
                    select l.owner from bus_lanes l where l.tenant_id = $1 and l.topic = h.topic and l.key = h.key limit 1 for update) l
                where l.owner = $2),
            done as (
                delete from bus_messages m using mine
                where m.tenant_id = $1 and m.topic = mine.topic and m.key = mine.key and m.position = mine.position),
            closed as (
                update bus_lanes l set owner = null, next_at = 'infinity' from mine
                where l.tenant_id = $1 and l.topic = mine.topic and l.key = mine.key and l.published = mine.closing
                returning mine.lane)
            select lane, false from mine
            union all
            select lane, true from closed
            """)
        {
            Parameters =
            {
                Of(tenant),
                Of(worker),
                new NpgsqlParameter<int[]> { TypedValue = [.. rows.Select(row => row.Place)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.Handled.Lane.Topic)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.Handled.Lane.Key)] },
                new NpgsqlParameter<long?[]> { TypedValue = [.. rows.Select(row => row.Handled.Closing)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. rows.Select(row => row.Position)] },
            },
        });
        var after = new LaneAfter[handled.Count];
        Array.Fill(after, LaneAfter.Lost);
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        await reader.NextResultAsync(CancellationToken.None); // past the tenant's setting
        while (await reader.ReadAsync(CancellationToken.None))
        {
            after[reader.GetInt32(0)] = reader.GetBoolean(1) ? LaneAfter.Closed : LaneAfter.Open;
        }

        return after;
    }

    private static LaneHead HeadOf(long published, List<WaitingMessage> messages) => new(published, messages, messages.Count < FetchedAtOnce);

    private static Lane ReadLane(NpgsqlDataReader reader) => new(new TenantId(Guid.Parse(reader.GetString(0))), reader.GetString(1), reader.GetString(2));

    private static WaitingMessage ReadMessage(NpgsqlDataReader reader, int from) =>
        new(reader.GetInt64(from), reader.GetGuid(from + 1), reader.GetFieldValue<byte[]>(from + 2), reader.GetInt32(from + 3))
        {
            Published = Stopwatch.GetTimestamp() - (long)(reader.GetTimeSpan(from + 4).TotalSeconds * Stopwatch.Frequency),
        };

    private static NpgsqlParameter<string> Of(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    private static NpgsqlParameter<string> Of(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<Guid> Of(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<long> Of(long number) => new() { TypedValue = number };

    /// <param name="Closing">How often the lane had been published to when nothing but these was left in it; <c>null</c> where more is.</param>
    private sealed record HandledMessages(Lane Lane, long[] Positions, long? Closing);
}
