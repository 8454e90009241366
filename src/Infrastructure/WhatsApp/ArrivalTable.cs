using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What was taken at the door and has yet to be read. One reader at a time, over all nodes, so that nothing overtakes.</summary>
internal static class ArrivalTable
{
    private const int MostDeliveries = 512;
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The oldest that are due, as many as one pass can hold; <c>null</c> while another node reads.</summary>
    public static async Task<IReadOnlyList<ArrivedGroup>?> Next(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        // By itself, so that who is not the reader reads nothing, and who is sees all that the last one left.
        await using (var hold = transaction.Command("select pg_try_advisory_xact_lock($1)"))
        {
            hold.Parameters.Add(new NpgsqlParameter<long> { TypedValue = DeliveryReader.Lock });
            if (await hold.ExecuteScalarAsync(cancellationToken) is not true)
            {
                return null;
            }
        }

        await using var batch = transaction.Batch();
        batch.BatchCommands.Add(new(
            """
            select a.tenant_id, a.position, a.attempts, clock_timestamp() - a.next_at, d.id, p.sealed, p.received_at
            from (
                select w.*, sum(cardinality(w.deliveries)) over earlier as count_before, sum(w.bytes) over earlier as bytes_before
                from (select * from webhook_arrivals where next_at <= clock_timestamp() order by position limit $1) w
                window earlier as (order by w.position rows between unbounded preceding and 1 preceding)) a
            cross join unnest(a.deliveries) with ordinality as d (id, n)
            left join raw_payloads p on p.tenant_id = a.tenant_id and p.slot = a.slot and p.id = d.id
            where coalesce(a.count_before, 0) < $1 and coalesce(a.bytes_before, 0) < $2
            order by a.position, d.n
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = MostDeliveries },
                new NpgsqlParameter<int> { TypedValue = MostBytes },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var groups = new List<ArrivedGroup>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var position = reader.GetInt64(1);
            if (groups.Count == 0 || groups[^1].Position != position)
            {
                groups.Add(new(new TenantId(Guid.Parse(reader.GetString(0))), position, reader.GetInt32(2), reader.GetTimeSpan(3), []));
            }

            groups[^1].Deliveries.Add(new(
                reader.GetGuid(4), reader.IsDBNull(5) ? null : new(reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<DateTimeOffset>(6))));
        }

        return groups;
    }

    /// <summary>They were read; those that were not rest, and those behind them go on.</summary>
    public static async Task Finish(
        TenantTransaction transaction, TenantId tenant, IEnumerable<long> positions, IReadOnlyList<RestingDelivery> resting, CancellationToken cancellationToken)
    {
        await transaction.Become(tenant, cancellationToken);
        await using var batch = transaction.Batch();
        foreach (var delivery in resting)
        {
            batch.BatchCommands.Add(new(
                """
                insert into webhook_arrivals (tenant_id, slot, deliveries, bytes, attempts, next_at)
                values ($1, $2, array[$3], $4, $5, clock_timestamp() + $6)
                """)
            {
                Parameters =
                {
                    Of(tenant),
                    new NpgsqlParameter<short> { TypedValue = Arrival.SlotOf(delivery.Kept.ReceivedAt) },
                    new NpgsqlParameter<Guid> { TypedValue = delivery.Id },
                    new NpgsqlParameter<long> { TypedValue = delivery.Kept.Bytes.Length },
                    new NpgsqlParameter<int> { TypedValue = delivery.Attempts },
                    new NpgsqlParameter<TimeSpan> { TypedValue = delivery.Pause },
                },
            });
        }

        batch.BatchCommands.Add(new("delete from webhook_arrivals where tenant_id = $1 and position = any ($2)")
        {
            Parameters = { Of(tenant), new NpgsqlParameter<long[]> { TypedValue = [.. positions] } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter<string> Of(TenantId tenant) => new() { TypedValue = tenant.ToString() };
}

/// <summary>Deliveries of one tenant that were committed together, in their order.</summary>
/// <param name="Attempts">How often they could not be read.</param>
/// <param name="Waited">Since they arrived, or since they are due again.</param>
internal sealed record ArrivedGroup(TenantId Tenant, long Position, int Attempts, TimeSpan Waited, List<SealedDelivery> Deliveries);

/// <param name="Kept">Still sealed; <c>null</c> where it is not kept any more.</param>
internal sealed record SealedDelivery(Guid Id, KeptPayload? Kept);

/// <summary>A delivery that could not be read now.</summary>
/// <param name="Kept">Still sealed.</param>
internal sealed record RestingDelivery(Guid Id, KeptPayload Kept, int Attempts, TimeSpan Pause);
