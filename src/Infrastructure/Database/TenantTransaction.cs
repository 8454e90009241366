using Lawyers.Hub.Domain.Tenancy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>An open transaction whose rows are those of one tenant; without <see cref="Commit"/> nothing of it stays.</summary>
public sealed class TenantTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    /// <summary>For Dapper, with <see cref="Transaction"/> beside it.</summary>
    public NpgsqlConnection Connection => connection;

    public NpgsqlTransaction Transaction => transaction;

#pragma warning disable CA2100 // callers pass constants; their values come as parameters
    public NpgsqlCommand Command(string sql) => new(sql, connection, transaction);
#pragma warning restore CA2100

    public NpgsqlBatch Batch() => new(connection, transaction);

    /// <summary>From here on the rows of <paramref name="tenant"/>.</summary>
    public async Task Become(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var batch = Batch();
        batch.BatchCommands.Add(TenantSetting.For(tenant));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task Commit(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
