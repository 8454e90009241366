using Lawyers.Hub.Domain.Tenancy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>The settings that row-level security is keyed on; they end with the transaction.</summary>
internal static class TenantSetting
{
    public static NpgsqlBatchCommand For(TenantId tenant) => new("select set_config('hub.tenant', $1, true)")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.ToString() } },
    };

    /// <summary>The same, for a transaction whose commit nobody waits for.</summary>
    public static NpgsqlBatchCommand Unhurried(TenantId tenant) =>
        new("select set_config('hub.tenant', $1, true), set_config('synchronous_commit', 'off', true)")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.ToString() } },
        };

    public static NpgsqlBatchCommand EveryTenant() => new("select set_config('hub.scope', 'every-tenant', true)");
}
