using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>
/// Where one projection's documents lie: <c>read_NAME</c>, and beside it <c>read_NAME_tags</c>, a row per tag in the order of the list,
/// because an index on an array cannot be used under row-level security (the operators are not leak-proof). Both hold two slots: the live
/// one, and room for a rebuild beside it.
/// </summary>
public sealed partial record ReadTable
{
    /// <param name="projection">Its name.</param>
    /// <param name="isReadAcrossTenants">Whether the first in order are asked for of all tenants at once.</param>
    public ReadTable(string projection, bool isReadAcrossTenants = false)
    {
        if (!Name().IsMatch(projection))
        {
            throw new ArgumentException($"A projection's name is snake_case of at most 48 characters; '{projection}' is not.", nameof(projection));
        }

        Projection = projection;
        IsReadAcrossTenants = isReadAcrossTenants;
        Documents = $"read_{projection}";
        Tags = $"read_{projection}_tags";
    }

    public string Projection { get; }

    public bool IsReadAcrossTenants { get; }

    public string Documents { get; }

    public string Tags { get; }

    /// <summary>Under which name a change of it is told: pages watch views, and an alarm is none of them.</summary>
    public string ToldAs => IsReadAcrossTenants ? $"{NotForPages}{Projection}" : Projection;

    internal const string NotForPages = "alarm/";

    /// <summary>SQL: which of the two slots is live.</summary>
    public string LiveSlot => $"(select live_slot('{Projection}'))";

    internal string Definition(string quotedRuntimeRole) =>
        $"""
        create table if not exists {Documents} (
            tenant_id varchar not null,
            slot smallint not null,
            key uuid not null,
            sort_key text collate "C" not null,
            tags text[] not null,
            data jsonb not null,
            sequence bigint not null,
            primary key (tenant_id, slot, key));
        create index if not exists {Documents}_in_order on {Documents} (tenant_id, slot, sort_key, key);
        {(IsReadAcrossTenants ? $"create index if not exists {Documents}_of_all on {Documents} (slot, sort_key);" : "")}
        create table if not exists {Tags} (
            tenant_id varchar not null,
            slot smallint not null,
            tag text collate "C" not null,
            sort_key text collate "C" not null,
            key uuid not null,
            primary key (tenant_id, slot, tag, sort_key, key));
        {Isolation(Documents, quotedRuntimeRole)}
        {Isolation(Tags, quotedRuntimeRole)}
        """;

    private static string Isolation(string table, string quotedRuntimeRole) =>
        $"""
        alter table {table} enable row level security, force row level security;
        do $do$ begin
            if not exists (select from pg_policies where schemaname = current_schema() and tablename = '{table}' and policyname = 'tenant') then
                create policy tenant on {table}
                    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
                    with check (tenant_id = current_setting('hub.tenant', true));
            end if;
            if not exists (select from pg_policies where schemaname = current_schema() and tablename = '{table}' and policyname = 'removes_its_own') then
                create policy removes_its_own on {table} as restrictive for delete
                    using (tenant_id = (select current_setting('hub.tenant', true)));
            end if;
        end $do$;
        grant select, insert, update, delete on {table} to {quotedRuntimeRole};
        """;

    [GeneratedRegex("^[a-z][a-z0-9_]{0,47}$")]
    private static partial Regex Name();
}
