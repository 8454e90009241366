using Lawyers.Hub.Domain.Tenancy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>For sweeps: they ask over all tenants who has something due, and then act as each tenant.</summary>
internal static class TenantsDue
{
    /// <param name="query">One column of tenant ids; <c>$1</c> is the instant.</param>
    public static async Task<IReadOnlyList<TenantId>> TenantsWith(
        this CrossTenantReading everyTenant, string query, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(new(query) { Parameters = { new NpgsqlParameter<DateTimeOffset> { TypedValue = at } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var tenants = new List<TenantId>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tenants.Add(new TenantId(Guid.Parse(reader.GetString(0))));
        }

        return tenants;
    }
}
