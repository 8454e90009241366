using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Alarms;

/// <summary>Which alarms are due across all firms, and what came of those that rang.</summary>
internal sealed class AlarmStore(HubDataSource database, CrossTenantReading everyTenant)
{
    private readonly JoinedCalls<Ringing, bool> _rang = new((tenant, rung) => Write(database, tenant, rung));

    /// <summary>The earliest ones that are due and neither done nor put off.</summary>
    public async Task<IReadOnlyList<StoredAlarm>> Due(AlarmKind kind, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(DueQuery(kind, now, limit));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var due = new List<StoredAlarm>();
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(new(new TenantId(Guid.Parse(reader.GetString(0))), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4)));
        }

        return due;
    }

    /// <summary>When something is due after <paramref name="now"/>: an alarm, or another attempt at one.</summary>
    public async Task<DateTimeOffset?> Next(AlarmKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(NextQuery(kind, now));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var alarm = reader.IsDBNull(0) ? null : AlarmTime.Read(reader.GetString(0));
        var attempt = reader.IsDBNull(1) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(1);
        return alarm < attempt || attempt is null ? alarm : attempt;
    }

    /// <param name="againAt">None: it is done.</param>
    public Task Rang(
        AlarmKind kind, StoredAlarm alarm, DateTimeOffset? againAt, int attempts, string? failure, DateTimeOffset now, CancellationToken cancellationToken) =>
        _rang.Make(alarm.Tenant, new(kind, alarm, againAt, attempts, failure, now), cancellationToken);

    private static async Task<IReadOnlyList<bool>> Write(HubDataSource database, TenantId tenant, IReadOnlyList<Ringing> rung)
    {
        // Of one alarm the last counts. Forgotten in a power cut it rings again, and its cause is taken already.
        var last = rung.GroupBy(ringing => (ringing.Kind.Name, ringing.Alarm.Key)).Select(group => group.Last()).ToArray();
        await using var batch = database.UnhurriedBatch(tenant);
        batch.BatchCommands.Add(Command(
            """
            insert into alarm_rings (tenant_id, kind, key, due_at, attempts, again_at, rung_at, failure)
            select $1, r.kind, r.key, r.due_at, r.attempts, coalesce(r.again_at, 'infinity'::timestamptz), r.rung_at, r.failure
            from unnest($2, $3, $4, $5, $6, $7, $8) as r (kind, key, due_at, attempts, again_at, rung_at, failure) order by r.kind, r.key
            on conflict (tenant_id, kind, key) do update
            set due_at = excluded.due_at, attempts = excluded.attempts, again_at = excluded.again_at, rung_at = excluded.rung_at, failure = excluded.failure
            """,
            Text(tenant.ToString()),
            new NpgsqlParameter<string[]> { TypedValue = Array.ConvertAll(last, ringing => ringing.Kind.Name) },
            new NpgsqlParameter<Guid[]> { TypedValue = Array.ConvertAll(last, ringing => ringing.Alarm.Key) },
            new NpgsqlParameter<string[]> { TypedValue = Array.ConvertAll(last, ringing => ringing.Alarm.DueAt) },
            new NpgsqlParameter<int[]> { TypedValue = Array.ConvertAll(last, ringing => ringing.Attempts) },
            new NpgsqlParameter<DateTimeOffset?[]> { TypedValue = Array.ConvertAll(last, ringing => ringing.AgainAt?.ToUniversalTime()) },
            new NpgsqlParameter<DateTimeOffset[]> { TypedValue = Array.ConvertAll(last, ringing => ringing.At.ToUniversalTime()) },
            new NpgsqlParameter<string?[]> { TypedValue = Array.ConvertAll(last, ringing => ringing.Failure) }));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return [.. rung.Select(_ => true)];
    }

    /// <summary>Forgets what came of alarms that the log has moved or taken away since.</summary>
    public async Task Sweep(AlarmKind kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var tenant in await TenantsWithRings(kind, before, cancellationToken))
        {
            await using var batch = database.Batch(tenant);
            batch.BatchCommands.Add(Command(
                $"""
                delete from alarm_rings r where r.tenant_id = $1 and r.kind = $2 and r.rung_at < $3 and not exists (
                    select from {kind.Table.Documents} d
                    where d.tenant_id = r.tenant_id and d.slot = {kind.Table.LiveSlot} and d.key = r.key and d.sort_key = r.due_at)
                """,
                Text(tenant.ToString()), Kind(kind), Instant(before)));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    internal static NpgsqlBatchCommand DueQuery(AlarmKind kind, DateTimeOffset now, int limit) => Command(
        $"""
        select d.tenant_id, d.key, d.sort_key, d.data, coalesce(r.attempts, 0)
        from {kind.Table.Documents} d
        left join alarm_rings r on r.tenant_id = d.tenant_id and r.kind = $1 and r.key = d.key and r.due_at = d.sort_key
        where d.slot = {kind.Table.LiveSlot} and d.sort_key <= $2 and (r.again_at is null or r.again_at <= $3)
        order by d.sort_key limit $4
        """,
        Kind(kind), Text(AlarmTime.Write(now)), Instant(now), new NpgsqlParameter<int> { TypedValue = limit });

    internal static NpgsqlBatchCommand NextQuery(AlarmKind kind, DateTimeOffset now) => Command(
        $"""
        select (select d.sort_key from {kind.Table.Documents} d where d.slot = {kind.Table.LiveSlot} and d.sort_key > $2 order by d.sort_key limit 1),
            (select r.again_at from alarm_rings r where r.kind = $1 and r.again_at > $3 and r.again_at < 'infinity' order by r.again_at limit 1)
        """,
        Kind(kind), Text(AlarmTime.Write(now)), Instant(now));

    private async Task<List<TenantId>> TenantsWithRings(AlarmKind kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(Command("select distinct tenant_id from alarm_rings where kind = $1 and rung_at < $2", Kind(kind), Instant(before)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var tenants = new List<TenantId>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tenants.Add(new TenantId(Guid.Parse(reader.GetString(0))));
        }

        return tenants;
    }

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

    private static NpgsqlParameter<string> Kind(AlarmKind kind) => new() { TypedValue = kind.Name, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<DateTimeOffset> Instant(DateTimeOffset instant) => new() { TypedValue = instant.ToUniversalTime() };

    private sealed record Ringing(AlarmKind Kind, StoredAlarm Alarm, DateTimeOffset? AgainAt, int Attempts, string? Failure, DateTimeOffset At);
}
