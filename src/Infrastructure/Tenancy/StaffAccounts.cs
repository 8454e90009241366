using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>The accounts of staff, in PostgreSQL.</summary>
public sealed class StaffAccounts(HubDataSource database, CrossTenantReading everywhere, IPasswordHasher<StaffAccount> passwords)
    : IStaffAccounts, IStaffDirectory
{
    private const string Columns =
        """
        a.tenant_id, a.id, a.email, a.name, a.language, a.is_active, a.password_hash, a.security_stamp, a.access_failed_count, a.lockout_end,
        array(select r.role from staff_roles r where r.tenant_id = a.tenant_id and r.staff_id = a.id order by r.role)
        """;

    public async Task<StaffAccount?> FindByEmail(string email, CancellationToken cancellationToken)
    {
        await using var batch = everywhere.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select {Columns} from staff_accounts a where a.normalized_email = $1")
        {
            Parameters = { new() { Value = Normalize(email) } },
        });
        return (await Read(batch, cancellationToken)).SingleOrDefault();
    }

    public async Task<StaffAccount?> Find(TenantId tenant, StaffId staff, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select {Columns} from staff_accounts a where a.tenant_id = $1 and a.id = $2")
        {
            Parameters = { new() { Value = tenant.ToString() }, new() { Value = staff.Value } },
        });
        return (await Read(batch, cancellationToken)).SingleOrDefault();
    }

    public async Task<Guid> BeginSession(StaffAccount account, CancellationToken cancellationToken)
    {
        var session = Guid.NewGuid();
        await using var batch = database.Batch(account.Tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into staff_sessions (tenant_id, id, staff_id) values ($1, $2, $3)")
        {
            Parameters = { new() { Value = account.Tenant.ToString() }, new() { Value = session }, new() { Value = account.Id.Value } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return session;
    }

    public async Task EndSession(TenantId tenant, Guid session, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "update staff_sessions set ended_at = clock_timestamp() where tenant_id = $1 and id = $2 and ended_at is null")
        {
            Parameters = { new() { Value = tenant.ToString() }, new() { Value = session } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The account behind a session that has not ended, as it is now.</summary>
    public async Task<StaffAccount?> FindBySession(TenantId tenant, Guid session, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"""
            select {Columns}
            from staff_sessions s join staff_accounts a on a.tenant_id = s.tenant_id and a.id = s.staff_id
            where s.tenant_id = $1 and s.id = $2 and s.ended_at is null
            """)
        {
            Parameters = { new() { Value = tenant.ToString() }, new() { Value = session } },
        });
        return (await Read(batch, cancellationToken)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<StaffView>> List(TenantId tenant, CancellationToken cancellationToken) =>
        [.. (await All(tenant, cancellationToken)).Select(account => new StaffView(account.Id, account.Name, account.Roles, account.IsActive))];

    public async Task<IReadOnlyDictionary<StaffId, string>> Names(TenantId tenant, CancellationToken cancellationToken) =>
        (await All(tenant, cancellationToken)).ToDictionary(account => account.Id, account => account.Name);

    public async Task<Result<Nothing>> Register(TenantId tenant, NewStaffAccount account, CancellationToken cancellationToken)
    {
        var stored = new StaffAccount
        {
            Tenant = tenant,
            Id = account.Id,
            Email = account.Email,
            Name = account.Name,
            Language = account.Language,
            IsActive = true,
            Roles = account.Roles,
        };
        await using var transaction = await database.Begin(tenant, cancellationToken);
        await using var insert = transaction.Command(
            """
            insert into staff_accounts (tenant_id, id, email, normalized_email, name, language, password_hash, security_stamp, is_active)
            values ($1, $2, $3, $4, $5, $6, $7, $8, true)
            on conflict (tenant_id, id) do update set name = excluded.name, password_hash = excluded.password_hash, security_stamp = excluded.security_stamp
            """);
        object[] values =
            [tenant.ToString(), account.Id.Value, account.Email, Normalize(account.Email), account.Name, account.Language,
                passwords.HashPassword(stored, account.Password), NewStamp()];
        foreach (var value in values)
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        try
        {
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return EmailTaken;
        }

        await WriteRoles(transaction, tenant, account, cancellationToken);
        await transaction.Commit(cancellationToken);
        return default(Nothing);
    }

    public async Task Deactivate(TenantId tenant, StaffId staff, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "update staff_accounts set is_active = false, security_stamp = $3 where tenant_id = $1 and id = $2")
        {
            Parameters = { new() { Value = tenant.ToString() }, new() { Value = staff.Value }, new() { Value = NewStamp() } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What signing in changes: failures, lock, stamp and, at times, a stronger hash.</summary>
    internal async Task Update(StaffAccount account, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(account.Tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update staff_accounts set password_hash = $3, security_stamp = $4, access_failed_count = $5, lockout_end = $6
            where tenant_id = $1 and id = $2
            """)
        {
            Parameters =
            {
                new() { Value = account.Tenant.ToString() }, new() { Value = account.Id.Value }, new() { Value = account.PasswordHash },
                new() { Value = account.SecurityStamp }, new() { Value = account.AccessFailedCount },
                new() { Value = (object?)account.LockoutEnd?.ToUniversalTime() ?? DBNull.Value },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Counted by the database, so that guesses made at the same moment all count.</summary>
    internal async Task<int> CountFailure(StaffAccount account, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Begin(account.Tenant, cancellationToken);
        await using var count = transaction.Command(
            "update staff_accounts set access_failed_count = access_failed_count + 1 where tenant_id = $1 and id = $2 returning access_failed_count");
        count.Parameters.Add(new NpgsqlParameter { Value = account.Tenant.ToString() });
        count.Parameters.Add(new NpgsqlParameter { Value = account.Id.Value });
        var failures = (int)(await count.ExecuteScalarAsync(cancellationToken) ?? 0);
        await transaction.Commit(cancellationToken);
        return failures;
    }

    private async Task<IReadOnlyList<StaffAccount>> All(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select {Columns} from staff_accounts a where a.tenant_id = $1 order by a.name, a.id")
        {
            Parameters = { new() { Value = tenant.ToString() } },
        });
        return await Read(batch, cancellationToken);
    }

    private static async Task WriteRoles(TenantTransaction transaction, TenantId tenant, NewStaffAccount account, CancellationToken cancellationToken)
    {
        await using var roles = transaction.Command(
            """
            with gone as (delete from staff_roles where tenant_id = $1 and staff_id = $2 and role <> all ($3))
            insert into staff_roles (tenant_id, staff_id, role) select $1, $2, unnest($3) on conflict do nothing
            """);
        roles.Parameters.Add(new NpgsqlParameter { Value = tenant.ToString() });
        roles.Parameters.Add(new NpgsqlParameter { Value = account.Id.Value });
        roles.Parameters.Add(new NpgsqlParameter { Value = account.Roles.Select(role => role.ToString()).ToArray() });
        await roles.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<StaffAccount>> Read(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the tenant's setting
        var accounts = new List<StaffAccount>();
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new StaffAccount
            {
                Tenant = new TenantId(Guid.Parse(reader.GetString(0))),
                Id = new StaffId(reader.GetGuid(1)),
                Email = reader.GetString(2),
                Name = reader.GetString(3),
                Language = reader.GetString(4),
                IsActive = reader.GetBoolean(5),
                PasswordHash = reader.GetString(6),
                SecurityStamp = reader.GetString(7),
                AccessFailedCount = reader.GetInt32(8),
                LockoutEnd = await reader.IsDBNullAsync(9, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(9),
                Roles = [.. reader.GetFieldValue<string[]>(10).Select(Enum.Parse<Role>)],
            });
        }

        return accounts;
    }

    private static readonly Refusal EmailTaken = Refusal.Conflict("email_taken", "Somebody else already signs in with this address.");

    private static string Normalize(string email) => email.Trim().ToUpperInvariant();

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
