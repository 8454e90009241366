using Npgsql;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>
/// The one way past the wall between tenants, and only for reading: subscriptions, claiming work, finding whose a phone number id is.
/// Writing stays the tenant's own even here: <see cref="TenantTransaction.Become"/> first.
/// </summary>
public sealed class CrossTenantReading(HubDataSource database)
{
    /// <summary>A transaction that sees the rows of every tenant.</summary>
    public async Task<TenantTransaction> Begin(CancellationToken cancellationToken)
    {
        var transaction = await database.Begin(cancellationToken);
        await using var batch = transaction.Batch();
        batch.BatchCommands.Add(TenantSetting.EveryTenant());
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }

    /// <summary>One round trip that sees the rows of every tenant.</summary>
    public NpgsqlBatch Batch()
    {
        var batch = database.UnscopedBatch();
        batch.BatchCommands.Add(TenantSetting.EveryTenant());
        return batch;
    }
}
