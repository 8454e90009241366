using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Serialization;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Loads and writes the documents of a batch, each in one round trip, whatever tenants they are of.</summary>
internal sealed class DocumentStore(CrossTenantReading database, StoredJson json)
{
    private const int KeysInNotice = 20;

    public async Task Load(IReadOnlyCollection<Document> documents, RegisteredProjection projection, short slot, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            return;
        }

        var stored = await Read(documents, projection.Table, slot, cancellationToken);
        foreach (var tenant in stored.GroupBy(row => row.Document.Tenant))
        {
            await json.LoadKeys(tenant.Key, tenant.Select(row => row.Data), cancellationToken);
        }

        foreach (var (document, data) in stored)
        {
            document.View = json.Read(data, projection.View);
        }
    }

    /// <summary>Everything in one transaction: documents and their tags tenant by tenant, a notice to whoever looks on, and the checkpoint.</summary>
    public async Task Write(
        IReadOnlyCollection<Document> documents, RegisteredProjection projection, short slot, NpgsqlBatchCommand checkpoint,
        CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();

        // The checkpoint tells what is missing after a crash, so there is no need to wait for the disk.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('synchronous_commit', 'off', true)"));
        foreach (var tenant in documents.GroupBy(document => document.Tenant))
        {
            var changed = tenant.ToArray();
            batch.BatchCommands.Add(TenantSetting.For(tenant.Key));
            await AddUpserts(batch, tenant.Key, [.. changed.Where(document => document.View is not null)], projection, slot, cancellationToken);
            AddDeletes(batch, tenant.Key, [.. changed.Where(document => document.View is null && document.Stored is not null)], projection.Table, slot);
            batch.BatchCommands.Add(Notice(tenant.Key, projection.Table.ToldAs, changed));
        }

        batch.BatchCommands.Add(checkpoint);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Empties a slot, tenant by tenant.</summary>
    public async Task Clear(ReadTable table, short slot, CancellationToken cancellationToken)
    {
        foreach (var tenant in await Tenants(table, slot, cancellationToken))
        {
            await using var batch = database.Batch();
            batch.BatchCommands.Add(TenantSetting.For(tenant));
            batch.BatchCommands.Add(Command($"delete from {table.Documents} where tenant_id = $1 and slot = $2", Tenant(tenant), Slot(slot)));
            batch.BatchCommands.Add(Command($"delete from {table.Tags} where tenant_id = $1 and slot = $2", Tenant(tenant), Slot(slot)));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<List<TenantId>> Tenants(ReadTable table, short slot, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(Command($"select distinct tenant_id from {table.Documents} where slot = $1", Slot(slot)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var tenants = new List<TenantId>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tenants.Add(new TenantId(Guid.Parse(reader.GetString(0))));
        }

        return tenants;
    }

    private async Task<List<(Document Document, string Data)>> Read(
        IReadOnlyCollection<Document> documents, ReadTable table, short slot, CancellationToken cancellationToken)
    {
        var byKey = documents.ToDictionary(document => (document.Tenant.ToString(), document.Key.Value));
        await using var batch = database.Batch();
        batch.BatchCommands.Add(Command(
            $"""
            select d.tenant_id, d.key, d.sort_key, d.tags, d.data
            from unnest($1::varchar[], $2::uuid[]) as wanted (tenant_id, key) join {table.Documents} d using (tenant_id, key)
            where d.slot = $3
            """,
            Many(byKey.Keys.Select(key => key.Item1), NpgsqlDbType.Varchar),
            Many(byKey.Keys.Select(key => key.Value), NpgsqlDbType.Uuid),
            Slot(slot)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<(Document, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var document = byKey[(reader.GetString(0), reader.GetGuid(1))];
            document.Stored = new(reader.GetString(2), reader.GetFieldValue<string[]>(3));
            rows.Add((document, reader.GetString(4)));
        }

        return rows;
    }

    private async Task AddUpserts(
        NpgsqlBatch batch, TenantId tenant, Document[] documents, RegisteredProjection projection, short slot, CancellationToken cancellationToken)
    {
        if (documents.Length == 0)
        {
            return;
        }

        var table = projection.Table;
        var data = await json.WriteViews(tenant, [.. documents.Select(document => document.View!)], cancellationToken);
        var places = documents.Select(document => new StoredPlace(projection.SortKey(document.View!), projection.Tags(document.View!))).ToArray();
        batch.BatchCommands.Add(Command(
            $"""
            insert into {table.Documents} as d (tenant_id, slot, key, sort_key, tags, data, sequence)
            select $1, $7, n.key, n.sort_key, array(select jsonb_array_elements_text(n.tags)), n.data, n.sequence
            from unnest($2::uuid[], $3::text[], $4::jsonb[], $5::jsonb[], $6::bigint[]) as n (key, sort_key, tags, data, sequence)
            on conflict (tenant_id, slot, key) do update
            set sort_key = excluded.sort_key, tags = excluded.tags, data = excluded.data, sequence = excluded.sequence
            """,
            Tenant(tenant),
            Many(documents.Select(document => document.Key.Value), NpgsqlDbType.Uuid),
            Many(places.Select(place => place.SortKey), NpgsqlDbType.Text),
            Many(places.Select(place => JsonSerializer.Serialize(place.Tags)), NpgsqlDbType.Jsonb),
            Many(data, NpgsqlDbType.Jsonb),
            Many(documents.Select(document => document.Sequence), NpgsqlDbType.Bigint),
            Slot(slot)));

        var moved = documents.Zip(places).Where(pair => !InSamePlace(pair.First.Stored, pair.Second)).ToArray();
        AddTagDeletes(batch, tenant, [.. moved.Select(pair => pair.First)], table, slot);
        var tags = moved.SelectMany(pair => pair.Second.Tags.Select(tag => (Tag: tag, pair.Second.SortKey, Key: pair.First.Key.Value))).ToArray();
        if (tags.Length > 0)
        {
            batch.BatchCommands.Add(Command(
                $"""
                insert into {table.Tags} (tenant_id, slot, tag, sort_key, key)
                select $1, $5, n.tag, n.sort_key, n.key from unnest($2::text[], $3::text[], $4::uuid[]) as n (tag, sort_key, key)
                """,
                [Tenant(tenant), .. TagRows(tags), Slot(slot)]));
        }
    }

    private static void AddDeletes(NpgsqlBatch batch, TenantId tenant, Document[] documents, ReadTable table, short slot)
    {
        if (documents.Length > 0)
        {
            batch.BatchCommands.Add(Command(
                $"delete from {table.Documents} where tenant_id = $1 and slot = $3 and key = any ($2)",
                Tenant(tenant),
                Many(documents.Select(document => document.Key.Value), NpgsqlDbType.Uuid),
                Slot(slot)));
            AddTagDeletes(batch, tenant, documents, table, slot);
        }
    }

    private static void AddTagDeletes(NpgsqlBatch batch, TenantId tenant, Document[] documents, ReadTable table, short slot)
    {
        var tags = documents.Where(document => document.Stored is not null)
            .SelectMany(document => document.Stored!.Tags.Select(tag => (Tag: tag, document.Stored.SortKey, Key: document.Key.Value))).ToArray();
        if (tags.Length > 0)
        {
            batch.BatchCommands.Add(Command(
                $"""
                delete from {table.Tags} t using unnest($2::text[], $3::text[], $4::uuid[]) as o (tag, sort_key, key)
                where t.tenant_id = $1 and t.slot = $5 and t.tag = o.tag and t.sort_key = o.sort_key and t.key = o.key
                """,
                [Tenant(tenant), .. TagRows(tags), Slot(slot)]));
        }
    }

    private static NpgsqlBatchCommand Notice(TenantId tenant, string view, Document[] changed) => Command(
        "select pg_notify('hub_changes', $1)",
        new NpgsqlParameter<string>
        {
            TypedValue = JsonSerializer.Serialize(new ChangeNotice(
                tenant.Value, view, changed.Length > KeysInNotice ? [] : [.. changed.Select(document => document.Key.Value)])),
        });

    private static NpgsqlParameter[] TagRows((string Tag, string SortKey, Guid Key)[] tags) =>
    [
        Many(tags.Select(tag => tag.Tag), NpgsqlDbType.Text), Many(tags.Select(tag => tag.SortKey), NpgsqlDbType.Text),
        Many(tags.Select(tag => tag.Key), NpgsqlDbType.Uuid),
    ];

    private static bool InSamePlace(StoredPlace? stored, StoredPlace place) =>
        stored is not null && stored.SortKey == place.SortKey && stored.Tags.AsSpan().SequenceEqual(place.Tags);

    private static NpgsqlBatchCommand Command(string sql, params IEnumerable<NpgsqlParameter> parameters)
    {
#pragma warning disable CA2100 // only the checked name of a read table is put in
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static NpgsqlParameter<short> Slot(short slot) => new() { TypedValue = slot };

    private static NpgsqlParameter<string> Tenant(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    private static NpgsqlParameter<T[]> Many<T>(IEnumerable<T> values, NpgsqlDbType type) => new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };
}
