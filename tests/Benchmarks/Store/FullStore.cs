using Npgsql;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>Fills a store with what years leave behind: streams of a hundred events each, copies of one real event, under indexes as fresh as any.</summary>
internal static class FullStore
{
    private const int PerStream = 100;

    /// <param name="database">Past the walls and the triggers.</param>
    /// <param name="sample">A stream whose last event is copied.</param>
    /// <param name="events">How many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task Fill(NpgsqlDataSource database, Guid sample, int events, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await Execute("set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off");
        var indexes = await Indexes();
        foreach (var (name, _) in indexes)
        {
            await Execute($"drop index {name}");
        }

        await Execute(
            $$"""
            insert into mt_streams (tenant_id, id, type, version)
            select s.tenant_id, gen_random_uuid(), s.type, {{PerStream}}
            from mt_streams s cross join generate_series(1, {{events / PerStream}}) where s.id = '{{sample}}'
            """);
        await Execute(
            $$"""
            insert into mt_events (seq_id, id, stream_id, version, data, type, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, hash, cause_id, subject_id)
            select nextval('mt_events_sequence'), gen_random_uuid(), s.id, n, e.data || jsonb_build_object('Wamid', md5(s.id::text || n)), e.type, e.tenant_id,
                e.mt_dotnet_type, s.id::text, e.causation_id, e.headers, e.hash, gen_random_uuid(), s.id
            from (select * from mt_events where stream_id = '{{sample}}' order by version desc limit 1) e
            cross join (select id from mt_streams where id <> '{{sample}}' and version = {{PerStream}} order by id) s
            cross join generate_series(1, {{PerStream}}) n
            """);
        foreach (var (_, definition) in indexes)
        {
            await Execute(definition);
        }

        await Execute("reset session_replication_role; reset maintenance_work_mem; reset synchronous_commit");
        await Execute("vacuum (analyze) mt_events, mt_streams");
        await Execute("checkpoint");

        async Task<List<(string Name, string Definition)>> Indexes()
        {
            await using var select = new NpgsqlCommand(
                "select indexname, indexdef from pg_indexes where tablename = 'mt_events' and indexname not in (select conname from pg_constraint)", connection);
            await using var reader = await select.ExecuteReaderAsync(cancellationToken);
            var found = new List<(string, string)>();
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add((reader.GetString(0), reader.GetString(1)));
            }

            return found;
        }

        async Task Execute(string sql)
        {
#pragma warning disable CA2100 // texts above, and the server's own definitions of its indexes
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
