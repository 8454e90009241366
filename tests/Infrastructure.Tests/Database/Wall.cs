using System.Globalization;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Testing;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tests.Database;

/// <summary>
/// Tries the wall around one table, whatever its columns are. First everything else that could stop a stranger is taken away: grants,
/// checks, triggers. What still holds is the wall.
/// </summary>
internal sealed class Wall(HubDatabase database, string table)
{
    private readonly TenantId _mine = new(Guid.NewGuid());
    private readonly TenantId _theirs = new(Guid.NewGuid());

    /// <summary>What a stranger can do that he must not; empty where the wall holds.</summary>
    public async Task<IReadOnlyList<string>> Breaches()
    {
        var columns = await Columns();
        await Bare();
        var breaches = new List<string>();
        if (!Equals(true, await database.AsSuperuser($"select relrowsecurity and relforcerowsecurity from pg_class where oid = '{table}'::regclass")))
        {
            breaches.Add("its owner may pass");
        }

        breaches.AddRange(columns.Any(column => column.Name == "tenant_id") ? await OfTenants(columns) : await OfNobody(columns));
        return breaches;
    }

    private async Task<List<string>> OfTenants(IReadOnlyList<Column> columns)
    {
        var breaches = new List<string>();
        await database.AsSuperuser(Insert(columns, _mine));
        await database.AsSuperuser(Insert(columns, _theirs));
        var before = await Theirs();
        if (await Count(_mine, $"select count(*) from {table}") != 1)
        {
            breaches.Add("counts others' rows");
        }

        if (await Count(_mine, $"select count(*) from {table} where tenant_id = '{_theirs}'") != 0)
        {
            breaches.Add("reads another's rows");
        }

        if (await Count(null, $"select count(*) from {table}") != 0)
        {
            breaches.Add("reads without saying whose");
        }

        foreach (var across in new[] { false, true })
        {
            var how = across ? " while reading across" : "";
            if (await Attempt(_mine, across, Insert(columns, _theirs)) != PostgresErrorCodes.InsufficientPrivilege)
            {
                breaches.Add("writes in another's name" + how);
            }

            if (await Attempt(_mine, across, $"update {table} set tenant_id = '{_theirs}' where tenant_id = '{_mine}'") != PostgresErrorCodes.InsufficientPrivilege)
            {
                breaches.Add("gives its rows to another" + how);
            }
        }

        await Attempt(_mine, across: true, $"update {table} set tenant_id = tenant_id where tenant_id = '{_theirs}'");
        await Attempt(_mine, across: false, $"update {table} set tenant_id = tenant_id where tenant_id = '{_theirs}'");
        if (await Theirs() != before)
        {
            breaches.Add("changes another's rows");
        }

        foreach (var across in new[] { false, true })
        {
            await Attempt(_mine, across, $"delete from {table} where tenant_id = '{_theirs}'");
            if (await Theirs() is null)
            {
                breaches.Add("removes another's rows" + (across ? " while reading across" : ""));
                await database.AsSuperuser(Insert(columns, _theirs));
            }
        }

        return breaches;
    }

    private async Task<List<string>> OfNobody(IReadOnlyList<Column> columns)
    {
        var breaches = new List<string>();
        await database.AsSuperuser(Insert(columns, _mine));
        if (await Count(_mine, $"select count(*) from {table}") != 0)
        {
            breaches.Add("reads what is no tenant's");
        }

        if (await Attempt(_mine, across: false, Insert(columns, _mine)) != PostgresErrorCodes.InsufficientPrivilege)
        {
            breaches.Add("writes what is no tenant's");
        }

        return breaches;
    }

    private async Task Bare()
    {
        var runtime = new NpgsqlConnectionStringBuilder(database.Connections.Runtime).Username;
        await database.AsSuperuser($"grant all on {table} to {runtime}; alter table {table} disable trigger all");
        await database.AsSuperuser(
            $"""
            do $$ declare name text; begin
                for name in select conname from pg_constraint where conrelid = '{table}'::regclass and contype = 'c' loop
                    execute format('alter table {table} drop constraint %I', name);
                end loop;
            end $$
            """);
    }

    private string Insert(IReadOnlyList<Column> columns, TenantId tenant) =>
        $"""
        insert into {table} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})
        values ({string.Join(", ", columns.Select(column => column.Name == "tenant_id" ? $"'{tenant}'" : column.SomeValue))})
        """;

    private async Task<string?> Theirs() =>
        await database.AsSuperuser($"select min(t.xmin::text || t.ctid::text || t::text) from {table} t where tenant_id = '{_theirs}'") as string;

    private async Task<long> Count(TenantId? tenant, string sql)
    {
        await using var transaction = tenant is { } someone
            ? await database.Source.Begin(someone, CancellationToken.None)
            : await database.Source.Begin(CancellationToken.None);
        await using var command = transaction.Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<string?> Attempt(TenantId tenant, bool across, string sql)
    {
        await using var transaction = across
            ? await new CrossTenantReading(database.Source).Begin(CancellationToken.None)
            : await database.Source.Begin(CancellationToken.None);
        await transaction.Become(tenant, CancellationToken.None);
        await using var command = transaction.Command(sql);
        try
        {
            await command.ExecuteNonQueryAsync();
            await transaction.Commit(CancellationToken.None);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private async Task<IReadOnlyList<Column>> Columns()
    {
        var needed = (string[])(await database.AsSuperuser(
            $"""
            select array_agg(column_name || ' ' || data_type order by ordinal_position) from information_schema.columns
            where table_schema = 'public' and table_name = '{table}' and is_generated = 'NEVER' and is_identity = 'NO'
                and (column_name = 'tenant_id' or (is_nullable = 'NO' and column_default is null))
            """))!;
        return [.. needed.Select(column => new Column(column.Split(' ', 2)[0], column.Split(' ', 2)[1]))];
    }

    private sealed record Column(string Name, string DataType)
    {
        /// <summary>Another one each time, so that no unique index answers before the wall does.</summary>
        public string SomeValue => DataType switch
        {
            "uuid" => "gen_random_uuid()",
            "text" or "character varying" => "gen_random_uuid()::text",
            "bytea" => "gen_random_uuid()::text::bytea",
            "boolean" => "true",
            "jsonb" => "'{}'",
            "ARRAY" => "'{}'",
            "xid8" => "pg_current_xact_id()",
            "date" => "current_date",
            "timestamp with time zone" => "clock_timestamp()",
            "bigint" or "integer" or "smallint" or "numeric" => "(random() * 30000)::int",
            _ => throw new InvalidOperationException($"No value is known for {Name}, a {DataType}."),
        };
    }
}
