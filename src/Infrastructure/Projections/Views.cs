using System.Text;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Serialization;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Reads documents out of the read tables.</summary>
public sealed class Views(HubDataSource database, ProjectionCatalog projections, StoredJson json) : IViews
{
    public async Task<TView?> Find<TView>(TenantId tenant, Guid key, CancellationToken cancellationToken)
        where TView : class
    {
        var table = projections.TableOf(typeof(TView));
        var rows = await Read(
            tenant,
            Command(
                $"select data, sort_key, key from {table.Documents} where tenant_id = $1 and slot = {table.LiveSlot} and key = $2",
                Value(tenant.ToString()),
                Value(key)),
            cancellationToken);
        return rows.Count == 0 ? null : (TView)json.Read(rows[0].Data, typeof(TView));
    }

    public async Task<Page<TView>> List<TView>(
        TenantId tenant, IReadOnlyCollection<string> tags, PageRequest page, CancellationToken cancellationToken)
        where TView : class
    {
        var limit = Math.Clamp(page.Limit, 1, 200);
        var rows = await Read(tenant, Query(projections.TableOf(typeof(TView)), tenant, tags, page, limit), cancellationToken);
        var items = rows.Take(limit).ToArray();
        return new(
            [.. items.Select(row => (TView)json.Read(row.Data, typeof(TView)))],
            rows.Count > limit ? new Cursor(items[^1].SortKey, items[^1].Key).ToString() : null);
    }

    public async Task<IReadOnlyDictionary<string, int>> Count<TView>(TenantId tenant, string prefix, CancellationToken cancellationToken)
        where TView : class
    {
        var table = projections.TableOf(typeof(TView));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var batch = database.Batch(tenant);

        // Tags are in the order of their bytes, so everything that begins alike lies together in the primary key.
        batch.BatchCommands.Add(Command(
            $"select tag, count(*)::int from {table.Tags} where tenant_id = $1 and slot = {table.LiveSlot} and tag >= $2 and tag < $3 group by tag",
            Value(tenant.ToString()), Value(prefix), Value(prefix[..^1] + (char)(prefix[^1] + 1))));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            counts.Add(reader.GetString(0), reader.GetInt32(1));
        }

        return counts;
    }

    private static NpgsqlBatchCommand Query(ReadTable table, TenantId tenant, IReadOnlyCollection<string> tags, PageRequest page, int limit)
    {
        var parameters = new List<NpgsqlParameter> { Value(tenant.ToString()), Value(limit + 1) };
        string Bind<T>(T value)
        {
            parameters.Add(Value(value));
            return $"${parameters.Count}";
        }

        // The first tag leads the way, already in order; the others are looked up in the documents it leads to.
        var place = tags.Count == 0 ? "d" : "t";
        var sql = new StringBuilder($"select d.data, d.sort_key, d.key from {table.Documents} d ");
        sql.Append(tags.Count == 0
            ? $"where d.tenant_id = $1 and d.slot = {table.LiveSlot} "
            : $"""
               join {table.Tags} t on t.tenant_id = d.tenant_id and t.slot = d.slot and t.key = d.key
               where t.tenant_id = $1 and t.slot = {table.LiveSlot} and t.tag = {Bind(tags.First())}

               """);
        if (tags.Count > 1)
        {
            sql.Append("and d.tags @> ").Append(Bind<string[]>([.. tags])).Append(' ');
        }

        if (Cursor.Read(page.After) is { } after)
        {
            var direction = page.Descending ? "<" : ">";
            sql.Append("and (").Append(place).Append(".sort_key, ").Append(place).Append(".key) ").Append(direction)
                .Append(" (").Append(Bind(after.SortKey)).Append(", ").Append(Bind(after.Key)).Append(") ");
        }

        if (page.From is { } from)
        {
            sql.Append("and ").Append(place).Append(".sort_key >= ").Append(Bind(from)).Append(' ');
        }

        if (page.Before is { } before)
        {
            sql.Append("and ").Append(place).Append(".sort_key < ").Append(Bind(before)).Append(' ');
        }

        var order = page.Descending ? " desc" : "";
        sql.Append("order by ").Append(place).Append(".sort_key").Append(order).Append(", ").Append(place).Append(".key").Append(order).Append(" limit $2");
        return Command(sql.ToString(), [.. parameters]);
    }

    private async Task<List<(string Data, string SortKey, Guid Key)>> Read(TenantId tenant, NpgsqlBatchCommand query, CancellationToken cancellationToken)
    {
        var rows = new List<(string Data, string SortKey, Guid Key)>();
        await using (var batch = database.Batch(tenant))
        {
            batch.BatchCommands.Add(query);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add((reader.GetString(0), reader.GetString(1), reader.GetGuid(2)));
            }
        }

        await json.LoadKeys(tenant, rows.Select(row => row.Data), cancellationToken);
        return rows;
    }

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
#pragma warning disable CA2100 // constants and the checked name of a read table; every value is a parameter
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}
