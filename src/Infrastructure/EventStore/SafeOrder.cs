using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>An event on its way to subscriptions, or why it cannot be read.</summary>
internal sealed record FeedItem(EventRow Row, EventEnvelope? Envelope, string? Unreadable)
{
    public Position Position => Row.Position;
}

/// <param name="Items">Events after the asked position, all of finished transactions.</param>
/// <param name="IsHeldBack">Some committed event must still wait for an older transaction to end.</param>
internal sealed record SafeBatch(IReadOnlyList<FeedItem> Items, bool IsHeldBack);

/// <summary>
/// Reads events of all tenants so that none is ever passed over: only those of transactions older than any still running, ordered by
/// transaction and sequence.
/// </summary>
internal sealed class SafeOrder(CrossTenantReading database, EventReading reading)
{
    // Asked before the events are read: "no" then means that the reading below misses nothing that is committed by now.
    private const string HeldBack =
        "select exists (select from mt_events where transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))";

    private const string After =
        $"""
        select {EventRow.ColumnsWithoutStreamType} from mt_events e
        where (e.transaction_id, e.seq_id) > ($1, $2) and e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        order by e.transaction_id, e.seq_id
        limit $3
        """;

    private const string Last =
        """
        select transaction_id, seq_id from mt_events where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        order by transaction_id desc, seq_id desc limit 1
        """;

    private readonly StreamTypes _types = new(database);

    public async Task<SafeBatch> Read(Position after, int limit, CancellationToken cancellationToken)
    {
        var rows = new List<EventRow>();
        var isHeldBack = false;
        await using (var batch = database.Batch())
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(HeldBack));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(After)
            {
                Parameters =
                {
                    new NpgsqlParameter<ulong> { TypedValue = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 },
                    new NpgsqlParameter<long> { TypedValue = after.Sequence },
                    new NpgsqlParameter<int> { TypedValue = limit },
                },
            });
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            isHeldBack = await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0);
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(EventRow.Read(reader));
            }
        }

        var types = await _types.Of(rows.Select(KeyOf).ToHashSet(), cancellationToken);
        foreach (var tenant in rows.GroupBy(row => row.Stream.Tenant))
        {
            await reading.LoadKeys(tenant.Key, tenant, cancellationToken);
        }

        return new([.. rows.Select(row => Open(row with { Stream = row.Stream with { Type = types.GetValueOrDefault(KeyOf(row), "") } }))], isHeldBack);
    }

    /// <summary>Where the safe order ends at present.</summary>
    public async Task<Position> End(CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Last));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new Position(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)) : Position.Start;
    }

    private static (TenantId Tenant, Guid Id) KeyOf(EventRow row) => (row.Stream.Tenant, row.Stream.Id);

    private FeedItem Open(EventRow row)
    {
        try
        {
            return new(row, reading.Open(row), null);
        }
        catch (Exception e) when (e is UnknownEventException or JsonException or System.Security.Cryptography.CryptographicException)
        {
            return new(row, null, FailureReason.Of(e));
        }
    }
}
