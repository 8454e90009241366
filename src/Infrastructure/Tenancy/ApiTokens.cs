using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>A token that was shown, and whom it lets in.</summary>
public sealed record KnownToken(TenantId Tenant, TokenId Id, StaffId? Owner, IReadOnlyList<Role> Roles);

/// <summary>Bearer tokens, known by their SHA-256 alone: 32 random bytes need no slow hash.</summary>
public sealed class ApiTokens(HubDataSource database, CrossTenantReading everywhere) : IApiTokens
{
    public async Task<KnownToken?> Find(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        await using var batch = everywhere.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            select t.tenant_id, t.id, t.roles, t.hash, t.staff_id
            from api_tokens t left join staff_accounts a on a.tenant_id = t.tenant_id and a.id = t.staff_id
            where t.hash = $1 and t.revoked_at is null and (t.staff_id is null or a.is_active)
            """)
        {
            Parameters = { new() { Value = hash } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the scope's setting
        return await reader.ReadAsync(cancellationToken) && CryptographicOperations.FixedTimeEquals(hash, reader.GetFieldValue<byte[]>(3))
            ? new KnownToken(
                new TenantId(Guid.Parse(reader.GetString(0))), new TokenId(reader.GetGuid(1)),
                await reader.IsDBNullAsync(4, cancellationToken) ? null : new StaffId(reader.GetGuid(4)),
                [.. reader.GetFieldValue<string[]>(2).Select(Enum.Parse<Role>)])
            : null;
    }

    public async Task Register(TenantId tenant, NewToken token, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "insert into api_tokens (tenant_id, id, purpose, hash, roles, staff_id) values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id, id) do update set hash = excluded.hash")
        {
            Parameters =
            {
                new() { Value = tenant.ToString() }, new() { Value = token.Id.Value }, new() { Value = token.Purpose },
                new() { Value = HashOf(token.Secret) }, new() { Value = token.Roles.Select(role => role.ToString()).ToArray() },
                new() { Value = (object?)token.Owner?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task Revoke(TenantId tenant, TokenId token, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "update api_tokens set revoked_at = clock_timestamp() where tenant_id = $1 and id = $2 and revoked_at is null")
        {
            Parameters = { new() { Value = tenant.ToString() }, new() { Value = token.Value } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
