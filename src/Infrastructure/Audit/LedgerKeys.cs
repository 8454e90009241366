using System.Security.Cryptography;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>The installation's keys for sealing, their private halves wrapped by the master key. The last one made seals; all stay published.</summary>
public sealed class LedgerKeys(HubDataSource database, IMasterKeys master) : ILedgerKeys
{
    private static readonly TenantId Installation = new(Guid.Empty);

    public async Task<IReadOnlyList<PublishedKey>> Published(CancellationToken cancellationToken) =>
        [.. (await Rows(cancellationToken)).Select(row => new PublishedKey(row.Key, row.CreatedAt))];

    public async Task<KeyRotation> Rotate(CauseId cause, CancellationToken cancellationToken)
    {
        var rows = await Rows(cancellationToken);
        if (rows.FindIndex(row => row.Cause == cause.Value) is >= 0 and var made)
        {
            return new(rows[made].Key, made == 0 ? null : rows[made - 1].Key.Id);
        }

        using var key = await Add(cause.Value, cancellationToken);
        return new(key.Public, rows.Count == 0 ? null : rows[^1].Key.Id);
    }

    /// <summary>The key that seals now, made at the first use.</summary>
    internal async Task<SigningKey> Current(CancellationToken cancellationToken) =>
        await Rows(cancellationToken) is [.., var last] ? await Open(last, cancellationToken) : await Add(cause: null, cancellationToken);

    /// <summary>The public keys whose private halves this installation holds: a row that somebody else put there is none of them.</summary>
    internal async Task<IReadOnlyDictionary<string, VerificationKey>> Own(CancellationToken cancellationToken)
    {
        var own = new Dictionary<string, VerificationKey>();
        foreach (var row in await Rows(cancellationToken))
        {
            try
            {
                using var key = await Open(row, cancellationToken);
                own[key.Public.Id] = key.Public;
            }
            catch (KeyRingException)
            {
                // Not of this installation: its checkpoints are reported as signed by an unknown key.
            }
        }

        return own;
    }

    private async Task<SigningKey> Open(Row row, CancellationToken cancellationToken)
    {
        var key = SigningKey.Import(await master.Unwrap(row.Wrapped, Context(row.Id), cancellationToken));
        if (key.Public == row.Key && row.Key.Id == row.Id)
        {
            return key;
        }

        key.Dispose();
        throw new KeyRingException($"The ledger key {row.Id} was altered: its two halves do not belong together.");
    }

    private async Task<SigningKey> Add(Guid? cause, CancellationToken cancellationToken)
    {
        var key = SigningKey.Make();
        var secret = key.Export();
        var wrapped = await master.Wrap(secret, Context(key.Public.Id), cancellationToken);
        CryptographicOperations.ZeroMemory(secret);
        await using var batch = database.Batch(Installation);
        batch.BatchCommands.Add(new("insert into ledger_keys (tenant_id, key_id, x, y, wrapped, cause_id) values ($1, $2, $3, $4, $5, $6)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = Installation.ToString() },
                new NpgsqlParameter<string> { TypedValue = key.Public.Id },
                new NpgsqlParameter<string> { TypedValue = key.Public.X },
                new NpgsqlParameter<string> { TypedValue = key.Public.Y },
                new NpgsqlParameter<byte[]> { TypedValue = wrapped },
                new NpgsqlParameter<Guid?> { TypedValue = cause, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return key;
    }

    private async Task<List<Row>> Rows(CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(Installation);
        batch.BatchCommands.Add(new("select key_id, x, y, wrapped, created_at, cause_id from ledger_keys where tenant_id = $1 order by created_at, key_id")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = Installation.ToString() } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(
                reader.GetString(0), new(reader.GetString(1), reader.GetString(2)), reader.GetFieldValue<byte[]>(3),
                reader.GetFieldValue<DateTimeOffset>(4), reader.IsDBNull(5) ? null : reader.GetGuid(5)));
        }

        return rows;
    }

    private static string Context(string id) => $"ledger_keys/{id}";

    private sealed record Row(string Id, VerificationKey Key, byte[] Wrapped, DateTimeOffset CreatedAt, Guid? Cause);
}
