using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Testing;

/// <summary>Many stored events at once, for tests of size: whole as rows, without a chain.</summary>
public static class BulkEvents
{
    private const int PerStream = 100;

    /// <summary>Events of this tenant named <paramref name="type"/>, a hundred to a stream.</summary>
    public static async Task Fill(this HubDatabase database, TenantId tenant, int events, string type)
    {
        ArgumentNullException.ThrowIfNull(database);
        await database.AsSuperuser(
            $$"""
            with made as (
                insert into mt_streams (tenant_id, id, type, version)
                select '{{tenant}}', gen_random_uuid(), 'bulk', {{PerStream}} from generate_series(1, {{events / PerStream}}) returning id)
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, headers, hash)
            select nextval('mt_events_sequence'), gen_random_uuid(), made.id, n,
                jsonb_build_object('Number', n, 'Code', repeat('x', 200), 'At', '2026-03-02T08:30:00+00:00'), '{{type}}', clock_timestamp(), '{{tenant}}',
                made.id::text, '{"actor": "system:bulk"}', sha256(made.id::text::bytea)
            from made cross join generate_series(1, {{PerStream}}) n
            """);
        await database.AsSuperuser("analyze mt_events, mt_streams");
    }
}
