using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Growth;

public sealed class GrowthFiles(HubDataSource database) : IGrowthFiles
{
    public async Task Keep(TenantId tenant, string sha256, string content, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Begin(tenant, cancellationToken);
        await using var command = transaction.Command("insert into growth_files (tenant_id, sha256, content) values ($1, $2, $3) on conflict do nothing");
        command.Parameters.Add(Text(tenant.ToString()));
        command.Parameters.Add(Text(sha256));
        command.Parameters.Add(Text(content));
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.Commit(cancellationToken);
    }

    public async Task<string?> Find(TenantId tenant, string sha256, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Begin(tenant, cancellationToken);
        await using var command = transaction.Command("select content from growth_files where tenant_id = $1 and sha256 = $2");
        command.Parameters.Add(Text(tenant.ToString()));
        command.Parameters.Add(Text(sha256));
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };
}
