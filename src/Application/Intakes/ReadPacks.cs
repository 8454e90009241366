using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>The packs in the box, and what the firm has of them.</summary>
public sealed record ReadPacks(Caller Caller) : IRequest<Result<Page<PackView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="Words">What a client writes to begin with it.</param>
/// <param name="State">How far it is in use.</param>
/// <param name="MissingTables">Growth tables without which a definition of it cannot be published.</param>
public sealed record PackView(
    string Name,
    Bilingual Title,
    Bilingual About,
    PackState State,
    IReadOnlyList<string> Words,
    IReadOnlyList<PackDefinitionView> Definitions,
    IReadOnlyList<PackTemplate> Templates,
    IReadOnlyList<string> MissingTables);

public enum PackState
{
    Available,

    /// <summary>Installed, and every definition of it is published.</summary>
    Installed,

    /// <summary>Installed; a definition waits as a draft for what it needs.</summary>
    Incomplete,

    /// <summary>The box holds newer versions than the firm, or a template that it has not.</summary>
    Outdated,
}

/// <param name="Version">In the box.</param>
/// <param name="Published">The firm's newest published version; none before it is published.</param>
public sealed record PackDefinitionView(string Key, Bilingual Title, DefinitionKind Kind, int Version, int? Published);

internal sealed class ReadPacksHandler(IEventStore events, IPracticePacks packs, IDefinitionReader reader, TemplateDrafts drafts) : IRequestHandler<ReadPacks, Result<Page<PackView>>>
{
    public async Task<Result<Page<PackView>>> Handle(ReadPacks request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var installed = (await events.Firm(tenant, cancellationToken))?.Packs;
        var tables = await events.GrowthTables(tenant, cancellationToken);
        var views = new List<PackView>();
        foreach (var pack in packs.All)
        {
            Definition[] shipped = [.. pack.Sources.Select(source => reader.Read(source).Definition!)];
            var definitions = new List<PackDefinitionView>();
            foreach (var definition in shipped)
            {
                var own = await events.Present(DefinitionStream.Of(tenant, definition.Key), IntakeDefinition.Decider, cancellationToken);
                definitions.Add(new PackDefinitionView(
                    definition.Key, definition.Title, definition.Kind, definition.Version, own.Published.IsEmpty ? null : own.Published.Keys.Last()));
            }

            var versions = installed?.GetValueOrDefault(pack.Name);
            var lacks = versions is not null && await LacksTemplate(tenant, pack, cancellationToken);
            views.Add(new PackView(
                pack.Name, pack.Title, pack.About, lacks ? PackState.Outdated : StateOf(versions, definitions), pack.Entry?.Words ?? [], definitions,
                pack.Templates, [.. shipped.SelectMany(tables.MissingFor).Distinct()]));
        }

        return new Page<PackView>(views, null);
    }

    /// <summary>The box has a template of which the firm has none of that name: it came with a later version of the pack.</summary>
    private async Task<bool> LacksTemplate(TenantId tenant, PracticePack pack, CancellationToken cancellationToken)
    {
        foreach (var template in pack.Templates)
        {
            if (!await drafts.Has(tenant, template.Name, "id", cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static PackState StateOf(IReadOnlyList<PinnedDefinition>? installed, IReadOnlyList<PackDefinitionView> definitions) =>
        installed is null ? PackState.Available
        : definitions.Any(shipped => !installed.Any(pin => pin.Key == shipped.Key && pin.Version >= shipped.Version)) ? PackState.Outdated
        : definitions.Any(shipped => (shipped.Published ?? 0) < shipped.Version) ? PackState.Incomplete
        : PackState.Installed;
}
