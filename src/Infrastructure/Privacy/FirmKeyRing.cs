using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>The firms' keys, made at a firm's first use and kept unwrapped in memory for a short while.</summary>
public sealed class FirmKeyRing(HubDataSource database, IMasterKeys master, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    // A new version only opens until every node has surely read it; then it seals.
    private static readonly TimeSpan Probation = 2 * Life;

    private readonly ConcurrentDictionary<TenantId, (FirmKeys Keys, DateTimeOffset Until)> _unwrapped = new();

    public ValueTask<FirmKeys> Of(TenantId tenant, CancellationToken cancellationToken) =>
        _unwrapped.TryGetValue(tenant, out var known) && known.Until > clock.GetUtcNow()
            ? ValueTask.FromResult(known.Keys)
            : new ValueTask<FirmKeys>(Load(tenant, cancellationToken));

    /// <summary>Adds a version of the sealing key; the old ones go on opening what they sealed.</summary>
    public async Task Rotate(TenantId tenant, CancellationToken cancellationToken)
    {
        var rows = await Rows(tenant, cancellationToken);
        await Insert(tenant, [new("seal", rows.Where(row => row.Purpose == "seal").Select(row => row.Version).DefaultIfEmpty().Max() + 1)], cancellationToken);
        _unwrapped.TryRemove(tenant, out _);
    }

    private async Task<FirmKeys> Load(TenantId tenant, CancellationToken cancellationToken)
    {
        var rows = await Rows(tenant, cancellationToken);
        if (rows.Count == 0)
        {
            // Of two nodes that meet a firm first at the same moment, one's keys stay and both read them.
            await Insert(tenant, [new("seal", 1), new("index", 1)], cancellationToken);
            rows = await Rows(tenant, cancellationToken);
        }

        var sealing = new Dictionary<int, byte[]>();
        byte[]? index = null;
        foreach (var row in rows)
        {
            var key = await master.Unwrap(row.Wrapped, Context(tenant, row.Purpose, row.Version), cancellationToken);
            if (row.Purpose == "seal")
            {
                sealing.Add(row.Version, key);
            }
            else
            {
                index = key;
            }
        }

        var trusted = clock.GetUtcNow() - Probation;
        var current = rows.Where(row => row.Purpose == "seal" && (row.Version == 1 || row.CreatedAt <= trusted)).Max(row => row.Version);
        var keys = new FirmKeys(sealing, current, index ?? throw new KeyRingException($"Firm {tenant} has no index key."));
        _unwrapped[tenant] = (keys, clock.GetUtcNow() + Life);
        return keys;
    }

    private async Task<List<Row>> Rows(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new("select purpose, version, wrapped, created_at from firm_keys where tenant_id = $1")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.ToString() } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(
                reader.GetString(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return rows;
    }

    private async Task Insert(TenantId tenant, IReadOnlyList<(string Purpose, int Version)> wanted, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        foreach (var (purpose, version) in wanted)
        {
            var key = RandomNumberGenerator.GetBytes(FirmKeys.KeySize);
            batch.BatchCommands.Add(new(
                "insert into firm_keys (tenant_id, purpose, version, wrapped, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing")
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                    new NpgsqlParameter<string> { TypedValue = purpose },
                    new NpgsqlParameter<int> { TypedValue = version },
                    new NpgsqlParameter<byte[]> { TypedValue = await master.Wrap(key, Context(tenant, purpose, version), cancellationToken) },
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Context(TenantId tenant, string purpose, int version) => $"{tenant}/{purpose}/{version}";

    private sealed record Row(string Purpose, int Version, byte[] Wrapped, DateTimeOffset CreatedAt);
}
