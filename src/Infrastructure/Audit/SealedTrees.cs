using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// The right edges of the trees that are being sealed, kept from one batch to the next. Good as long as nobody else seals: whoever finds the
/// shard's checkpoint moved, or fails otherwise, begins with new ones.
/// </summary>
internal sealed class SealedTrees(CrossTenantReading database)
{
    private const int Kept = 512;

    private const string Newest =
        """
        select w.tenant_id, c.size, c.jws from unnest($1::varchar[]) as w (tenant_id)
        cross join lateral (select size, jws from ledger_checkpoints where tenant_id = w.tenant_id order by size desc limit 1) c
        """;

    private readonly Dictionary<string, Edge> _edges = [];

    /// <summary>Has these tenants' trees at hand.</summary>
    public async Task Load(IReadOnlyCollection<string> tenants, CancellationToken cancellationToken)
    {
        var missing = tenants.Where(tenant => !_edges.ContainsKey(tenant)).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        if (_edges.Count + missing.Length > Kept)
        {
            _edges.Clear();
            missing = [.. tenants];
        }

        var newest = await NewestOf(missing, cancellationToken);
        var tiles = await TilesOf(newest, cancellationToken);
        foreach (var tenant in missing)
        {
            var (size, previous) = newest.GetValueOrDefault(tenant);
            _edges[tenant] = new(GrowingTree.Resume(size, tiles[tenant].Select(tile => tile.Draft)), previous);
        }
    }

    public Edge Of(string tenant) => _edges[tenant];

    public void Sealed(string tenant, SignedCheckpoint checkpoint) => _edges[tenant] = _edges[tenant] with { Previous = checkpoint.Hash };

    private async Task<Dictionary<string, (long Size, Digest? Previous)>> NewestOf(string[] tenants, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new(Newest) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = tenants } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var newest = new Dictionary<string, (long, Digest?)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            newest.Add(reader.GetString(0), (reader.GetInt64(1), SignedCheckpoint.HashOf(reader.GetString(2))));
        }

        return newest;
    }

    private async Task<ILookup<string, (string Tenant, TileDraft Draft)>> TilesOf(
        Dictionary<string, (long Size, Digest? Previous)> newest, CancellationToken cancellationToken)
    {
        var wanted = newest.SelectMany(tree => MerkleTile.Growing(tree.Value.Size).Select(growing => (tree.Key, growing.Tile))).ToArray();
        await using var batch = database.Batch();
        batch.BatchCommands.Add(LedgerTiles.At(wanted));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return (await LedgerTiles.Read(reader, cancellationToken)).ToLookup(tile => tile.Tenant);
    }
}

/// <param name="Previous">Hash of the newest checkpoint; <c>null</c> before the first.</param>
internal sealed record Edge(GrowingTree Tree, Digest? Previous);
