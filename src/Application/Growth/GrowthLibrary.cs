using System.Collections.Concurrent;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Growth;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Growth;

/// <summary>A firm's growth tables, ready to look up. A file never changes under its hash, so what was read of it is kept.</summary>
internal sealed class GrowthLibrary(IEventStore events, IGrowthFiles files)
{
    private readonly ConcurrentDictionary<(TenantId Tenant, string Files), GrowthStandards> _read = new();

    public async Task<GrowthStandards> Of(TenantId tenant, CancellationToken cancellationToken)
    {
        var tables = await events.GrowthTables(tenant, cancellationToken);
        if (tables.Files.IsEmpty)
        {
            return GrowthStandards.NotImported;
        }

        var key = (tenant, string.Join(' ', tables.Files.Values));
        return _read.TryGetValue(key, out var known) ? known : _read.GetOrAdd(key, await Read(tenant, tables, cancellationToken));
    }

    private async Task<GrowthStandards> Read(TenantId tenant, ImportedTables tables, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<(string Indicator, string Sex, decimal At), GrowthParameters>();
        foreach (var (name, sha256) in tables.Files)
        {
            var content = await files.Find(tenant, sha256, cancellationToken)
                ?? throw new InvalidOperationException($"The file of the growth table {name} is gone.");
            if (!GrowthIndicator.TryFind(name, out var indicator) || GrowthTable.Read(indicator, content) is not { IsRefused: false } table)
            {
                throw new InvalidOperationException($"The file of the growth table {name} can no longer be read.");
            }

            foreach (var ((sex, at), parameters) in table.Value.Rows)
            {
                rows.Add((name, sex, at), parameters);
            }
        }

        return new GrowthStandards(rows);
    }
}
