using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>One delivery, one transaction, and for one firm one round trip: raw bytes, items that are new, and their messages on the bus.</summary>
public sealed class WebhookStore(HubDataSource database)
{
    /// <returns>How many items were new.</returns>
    internal async Task<long> Keep(
        IReadOnlyList<WebhookParcel> parcels,
        IReadOnlyList<Stray> strays,
        FirmKeys? hubsOwn,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken)
    {
        if (parcels is [var only] && strays.Count == 0)
        {
            await using var batch = database.Batch(only.Tenant);
            return await Keep(batch, only, cancellationToken);
        }

        if (parcels.Count == 0 && strays.Count == 0)
        {
            return 0;
        }

        await using var transaction = await database.Begin(WebhookInbox.Nobody, cancellationToken);
        if (strays.Count > 0)
        {
            await QuarantineTable.Put(transaction, strays, hubsOwn!, receivedAt, cancellationToken);
        }

        var fresh = await Keep(transaction, parcels, cancellationToken);
        await transaction.Commit(cancellationToken);
        return fresh;
    }

    /// <summary>A firm's parcels in their order, inside a transaction that already does something else.</summary>
    internal static async Task<long> Keep(TenantTransaction transaction, IReadOnlyList<WebhookParcel> parcels, CancellationToken cancellationToken)
    {
        var fresh = 0L;
        foreach (var parcel in parcels)
        {
            await transaction.Become(parcel.Tenant, cancellationToken);
            await using var batch = transaction.Batch();
            fresh += await Keep(batch, parcel, cancellationToken);
        }

        return fresh;
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
            ? new(firm.Open(reader.GetFieldValue<byte[]>(0), Place(id)), reader.GetFieldValue<DateTimeOffset>(1))
            : null;
    }

    private static async Task<long> Keep(NpgsqlBatch batch, WebhookParcel parcel, CancellationToken cancellationToken)
    {
        batch.BatchCommands.Add(new(
            "insert into raw_payloads (tenant_id, id, slot, sealed, received_at) values ($1, $2, raw_payload_slot($4), $3, $4) on conflict do nothing")
        {
            Parameters =
            {
                Of(parcel.Tenant),
                new NpgsqlParameter<Guid> { TypedValue = parcel.RawPayload },
                new NpgsqlParameter<byte[]> { TypedValue = parcel.Firm.Seal(parcel.Raw.Span, Place(parcel.RawPayload)) },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = parcel.ReceivedAt },
            },
        });
        batch.BatchCommands.Add(new(
            """
            with arrived as (
                select * from unnest($4::text[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::bytea[])
                with ordinality as item (phone_number_id, wamid, status, topic, key, bus_id, body, n)),
            fresh as (
                insert into webhook_items (tenant_id, phone_number_id, wamid, status, raw_payload, received_at)
                select $1, phone_number_id, wamid, status, $2, $3 from arrived order by phone_number_id, wamid, status
                on conflict do nothing
                returning phone_number_id, wamid, status)
            select bus_publish(
                $1, array_agg(topic order by n), array_agg(key order by n), array_agg(bus_id order by n), array_agg(body order by n))
            from arrived join fresh using (phone_number_id, wamid, status)
            """)
        {
            Parameters =
            {
                Of(parcel.Tenant),
                new NpgsqlParameter<Guid> { TypedValue = parcel.RawPayload },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = parcel.ReceivedAt },
                Each(parcel, item => item.PhoneNumberId),
                Each(parcel, item => item.Wamid),
                Each(parcel, item => item.Status),
                Each(parcel, item => item.Topic),
                Each(parcel, item => item.Key),
                Each(parcel, item => item.Id),
                Each(parcel, item => parcel.Firm.Seal(item.Body.Span, PostgresBus.Place(item.Topic, item.Id))),
            },
        });

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var fresh = 0L;
        do
        {
            // Of the result sets only the last one is a number: what was published.
            while (await reader.ReadAsync(cancellationToken))
            {
                fresh = reader.GetFieldType(0) == typeof(int) ? reader.GetInt32(0) : fresh;
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
        return fresh;
    }

    private static NpgsqlParameter<T[]> Each<T>(WebhookParcel parcel, Func<ArrivedItem, T> part) => new() { TypedValue = [.. parcel.Items.Select(part)] };

    private static NpgsqlParameter<string> Of(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    private static string Place(Guid rawPayload) => $"raw_payloads/{rawPayload:D}";
}

/// <summary>The bytes of a delivery, and when it arrived.</summary>
internal sealed record KeptPayload(byte[] Bytes, DateTimeOffset ReceivedAt);
