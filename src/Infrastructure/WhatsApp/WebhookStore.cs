using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Raw deliveries: put down in the order of arrival, and kept for seven days.</summary>
public sealed class WebhookStore(HubDataSource database)
{
    /// <summary>All of these or none, in one round trip.</summary>
    internal async Task Keep(IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        await using var batch = database.SelfScopedBatch();
        Add(batch, arrivals);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A delivery of which part belongs to no firm.</summary>
    internal async Task Keep(
        IReadOnlyList<Arrival> arrivals, IReadOnlyList<Stray> strays, FirmKeys hubsOwn, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Begin(WebhookInbox.Nobody, cancellationToken);
        await QuarantineTable.Put(transaction, strays, hubsOwn, receivedAt, cancellationToken);
        await Keep(transaction, arrivals, cancellationToken);
        await transaction.Commit(cancellationToken);
    }

    /// <summary>Inside a transaction that already does something else, which is the last arrival's tenant's from then on.</summary>
    internal static async Task Keep(TenantTransaction transaction, IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        if (arrivals.Count > 0)
        {
            await using var batch = transaction.Batch();
            Add(batch, arrivals);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>The bytes of a delivery, as long as they are kept.</summary>
    internal async Task<KeptPayload?> RawPayload(TenantId tenant, FirmKeys firm, Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new("select sealed, received_at from raw_payloads where tenant_id = $1 and id = $2 order by received_at limit 1")
        {
            Parameters = { Of(tenant), new NpgsqlParameter<Guid> { TypedValue = id } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(firm.Open(reader.GetFieldValue<byte[]>(0), Arrival.Place(id)), reader.GetFieldValue<DateTimeOffset>(1))
            : null;
    }

    /// <summary>
    /// What one tenant gets on one day is one row to be read, and one row for each delivery. Rows are locked in one order everywhere; what is
    /// repeated to the byte lies there once.
    /// </summary>
    private static void Add(NpgsqlBatch batch, IReadOnlyList<Arrival> arrivals)
    {
        foreach (var group in arrivals.GroupBy(arrival => (arrival.Tenant, arrival.Slot)).OrderBy(group => group.Key.Tenant.Value))
        {
            var kept = group.ToArray();
            batch.BatchCommands.Add(TenantSetting.For(group.Key.Tenant));
            batch.BatchCommands.Add(new(
                """
                with kept as (
                    insert into raw_payloads (tenant_id, id, slot, sealed, received_at)
                    select $1, d.id, $2, d.sealed, d.received_at from unnest($3::uuid[], $4::bytea[], $5::timestamptz[]) as d (id, sealed, received_at)
                    order by d.id
                    on conflict do nothing)
                insert into webhook_arrivals (tenant_id, slot, deliveries, bytes) values ($1, $2, $3, $6)
                """)
            {
                Parameters =
                {
                    Of(group.Key.Tenant),
                    new NpgsqlParameter<short> { TypedValue = group.Key.Slot },
                    new NpgsqlParameter<Guid[]> { TypedValue = Array.ConvertAll(kept, arrival => arrival.Id) },
                    new NpgsqlParameter<byte[][]> { TypedValue = Array.ConvertAll(kept, arrival => arrival.Sealed) },
                    new NpgsqlParameter<DateTimeOffset[]> { TypedValue = Array.ConvertAll(kept, arrival => arrival.ReceivedAt) },
                    new NpgsqlParameter<long> { TypedValue = kept.Sum(arrival => (long)arrival.Sealed.Length) },
                },
            });
        }
    }

    private static NpgsqlParameter<string> Of(TenantId tenant) => new() { TypedValue = tenant.ToString() };
}

/// <summary>The bytes of a delivery, and when it arrived.</summary>
internal sealed record KeptPayload(byte[] Bytes, DateTimeOffset ReceivedAt);
