using FluentValidation;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Tries a definition as a client would meet it; nothing of it is kept.</summary>
/// <param name="Inputs">Everything said so far, from the beginning.</param>
public sealed record DryRunDefinition(Caller Caller, string Source, string Language, IReadOnlyList<DryRunInput> Inputs) : IRequest<Result<DryRun>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.WriteDefinitions;
}

internal sealed class DryRunDefinitionValidator : AbstractValidator<DryRunDefinition>
{
    private const int MostInputs = 300;
    private const int LongestText = 4_096;

    public DryRunDefinitionValidator()
    {
        RuleFor(request => request.Source).Source();
        RuleFor(request => request.Language).Must(language => language is "id" or "en").WithMessage("The language is id or en.");
        RuleFor(request => request.Inputs).Must(inputs => inputs.Count <= MostInputs).WithMessage($"A dry run takes at most {MostInputs} answers.");
        RuleForEach(request => request.Inputs).Must(input => (input.Text?.Length ?? 0) <= LongestText && (input.Choice?.Length ?? 0) <= LongestText)
            .WithMessage("A message has at most 4,096 characters.");
    }
}

internal sealed class DryRunDefinitionHandler(IEventStore events, IDefinitions definitions, IDefinitionReader reader, IReadingContexts contexts)
    : IRequestHandler<DryRunDefinition, Result<DryRun>>
{
    public async Task<Result<DryRun>> Handle(DryRunDefinition request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var (definition, faults) = await reader.Check(events, tenant, request.Source, [], cancellationToken);
        DefinitionFault[] inTheWay = [.. faults.Where(fault => fault.Code != DefinitionChecking.TableMissing)]; // without its tables it still asks
        if (definition is null || inTheWay.Length > 0)
        {
            return DryRun.OfFaults(inTheWay);
        }

        var published = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var key in definition.GotoKeys)
        {
            foreach (var other in (await definitions.Published(tenant, key, cancellationToken))?.ByKey.Values ?? [])
            {
                published[other.Key] = other;
            }
        }

        published[definition.Key] = definition;
        return DefinitionSet.From(definition.Key, published.GetValueOrDefault) is { } set
            ? new DryRunPlay(set, await events.Notice(tenant, cancellationToken), await contexts.Now(tenant, set, cancellationToken)).Play(request.Language, request.Inputs)
            : DefinitionRefusals.NotPublished;
    }
}
