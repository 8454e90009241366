using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// Drafts and publishes every definition of a pack in one unit of work; versions that the firm already has stay. What needs a growth table that
/// the firm has not imported stays a draft: installed once more after the import, it is published. Message templates become drafts, which an
/// administrator hands to Meta; one that the firm has already stays as it is.
/// </summary>
public sealed record InstallPack(Caller Caller, string Pack, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class InstallPackHandler(IEventStore events, IPracticePacks packs, IDefinitionReader reader, TemplateDrafts drafts) : IRequestHandler<InstallPack, Result<Nothing>>
{
    private static readonly string[] Languages = ["id", "en"];

    private static readonly Refusal NoSuchPack = Refusal.NotFound("pack_not_found", "There is no practice pack of that name.");

    public async Task<Result<Nothing>> Handle(InstallPack request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (packs.All.FirstOrDefault(pack => pack.Name == request.Pack) is not { Sources: var sources } pack)
        {
            return NoSuchPack;
        }

        string[] keys = [.. sources.Select(source => reader.Read(source).Definition?.Key).OfType<string>()];
        var definitions = new List<Shipped>();
        foreach (var source in sources)
        {
            var (definition, faults) = await reader.Check(events, tenant, source, keys, cancellationToken);
            if (definition is null || faults.Any(fault => fault.Code != DefinitionChecking.TableMissing))
            {
                return DefinitionRefusals.HasFaults;
            }

            definitions.Add(new Shipped(source, definition, MayRun: faults.Count == 0));
        }

        var templates = new List<(PackTemplate Template, string Language)>();
        foreach (var template in pack.Templates)
        {
            foreach (var language in Languages)
            {
                if (!await drafts.Has(tenant, template.Name, language, cancellationToken))
                {
                    templates.Add((template, language));
                }
            }
        }

        return await events.Transact<Nothing>(
            request.Caller.Does(request.Cause), transaction => Install(transaction, request, definitions, templates), cancellationToken);
    }

    private async Task<Result<Nothing>> Install(
        Transaction transaction, InstallPack request, IReadOnlyList<Shipped> definitions, IReadOnlyList<(PackTemplate Template, string Language)> templates)
    {
        var tenant = request.Caller.Tenant;
        foreach (var (source, definition, mayRun) in definitions)
        {
            var stream = DefinitionStream.Of(tenant, definition.Key);
            if ((await transaction.State(stream, IntakeDefinition.Decider)).Published.Keys.Any(version => version >= definition.Version))
            {
                continue;
            }

            var hash = DefinitionChecking.HashOf(source);
            IntakeDefinitionCommand[] steps =
            [
                new IntakeDefinitionCommand.Draft(definition.Key, source, hash),
                .. mayRun ? [new IntakeDefinitionCommand.Publish(hash, definition, [], request.Caller.Roles)] : Array.Empty<IntakeDefinitionCommand>(),
            ];
            foreach (var step in steps)
            {
                var decided = await transaction.Decide(stream, IntakeDefinition.Decider, step);
                if (decided.IsRefused)
                {
                    return decided.Refusal;
                }
            }
        }

        foreach (var (template, language) in templates)
        {
            var drafted = await drafts.Add(
                transaction, tenant, template.Name, language, template.Category, template.Text.In(language), template.Examples);
            if (drafted.IsRefused)
            {
                return drafted.Refusal;
            }
        }

        var installed = await transaction.Decide(FirmStream.Of(tenant), Firm.Decider, new FirmCommand.InstallPack(
            request.Pack, [.. definitions.Select(pair => new PinnedDefinition(pair.Definition.Key, pair.Definition.Version))]));
        return installed.Map(_ => default(Nothing));
    }

    private sealed record Shipped(string Source, Definition Definition, bool MayRun);
}
