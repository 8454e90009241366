using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Definitions out of their streams. A published version never changes, so once parsed it is kept.</summary>
internal sealed class DefinitionCatalog(IEventStore events, IDefinitionReader reader) : IDefinitions
{
    private readonly ConcurrentDictionary<(TenantId Tenant, string Key, int Version), Definition> _parsed = new();

    public async Task<DefinitionSet?> Published(TenantId tenant, string start, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Definition?>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var key))
        {
            if (found.ContainsKey(key))
            {
                continue;
            }

            var current = (await Load(tenant, key, cancellationToken)).Current;
            found[key] = current is null ? null : Parse(tenant, key, current);
            foreach (var next in found[key]?.GotoKeys ?? [])
            {
                open.Enqueue(next);
            }
        }

        return DefinitionSet.From(start, found.GetValueOrDefault);
    }

    public async Task<Definition> Latest(TenantId tenant, string key, CancellationToken cancellationToken) =>
        Parse(tenant, key, (await Load(tenant, key, cancellationToken)).Published.Last().Value);

    public async Task<DefinitionSet> Pinned(
        TenantId tenant, string start, IReadOnlyList<PinnedDefinition> pins, CancellationToken cancellationToken)
    {
        var byKey = ImmutableSortedDictionary.CreateBuilder<string, Definition>(StringComparer.Ordinal);
        foreach (var pin in pins)
        {
            if (!_parsed.TryGetValue((tenant, pin.Key, pin.Version), out var definition))
            {
                var published = (await Load(tenant, pin.Key, cancellationToken)).Published;
                definition = Parse(tenant, pin.Key, published[pin.Version]);
            }

            byKey.Add(pin.Key, definition);
        }

        return new DefinitionSet(start, byKey.ToImmutable());
    }

    private Task<IntakeDefinition> Load(TenantId tenant, string key, CancellationToken cancellationToken) =>
        events.Present(DefinitionStream.Of(tenant, key), IntakeDefinition.Decider, cancellationToken);

    private Definition Parse(TenantId tenant, string key, PublishedVersion version) => _parsed.GetOrAdd(
        (tenant, key, version.Version),
        _ => reader.Read(version.Source).Definition ?? throw new InvalidOperationException($"The published definition {key}@{version.Version} cannot be read."));
}
