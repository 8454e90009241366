using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Runs the publish checks over what an author is writing, and keeps nothing of it.</summary>
public sealed record CheckDefinition(Caller Caller, string Key, string Source) : IRequest<Result<CheckedDefinition>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.WriteDefinitions;
}

/// <param name="Hash">SHA-256 of the source: what publishing would record.</param>
/// <param name="Faults">What would keep it from being published.</param>
/// <param name="Tree">As far as the source could be read.</param>
public sealed record CheckedDefinition(string Hash, IReadOnlyList<DefinitionFault> Faults, DefinitionTree? Tree);

internal sealed class CheckDefinitionValidator : AbstractValidator<CheckDefinition>
{
    public CheckDefinitionValidator() => RuleFor(request => request.Source).Source();
}

internal sealed class CheckDefinitionHandler(IEventStore events, IDefinitionReader reader) : IRequestHandler<CheckDefinition, Result<CheckedDefinition>>
{
    public async Task<Result<CheckedDefinition>> Handle(CheckDefinition request, CancellationToken cancellationToken)
    {
        var read = reader.Read(request.Source);
        var (definition, faults) = await read.Check(events, request.Caller.Tenant, [], cancellationToken);
        var hash = DefinitionChecking.HashOf(request.Source);
        var stored = await events.Present(DefinitionStream.Of(request.Caller.Tenant, request.Key), IntakeDefinition.Decider, cancellationToken);
        return new CheckedDefinition(
            hash,
            [.. faults.Concat(AgainstStored(definition, stored, hash, request.Key, read.Lines)).OrderBy(fault => fault.Line ?? int.MaxValue)],
            definition is null ? null : DefinitionTree.Of(definition, read.Lines));
    }

    // What publishing would refuse beside the checks of the tree itself.
    private static IEnumerable<DefinitionFault> AgainstStored(
        Definition? definition, IntakeDefinition stored, string hash, string key, SourceLines lines)
    {
        if (definition is { Key.Length: > 0 } && definition.Key != key)
        {
            yield return new DefinitionFault(DefinitionRefusals.OtherKey.Code, lines.Of("key"), null, $"This is the definition '{key}'.");
        }

        if (definition is not null && !stored.Published.IsEmpty && stored.Published.Values.All(version => version.Hash != hash)
            && definition.Version <= stored.Published.Keys.Last())
        {
            yield return new DefinitionFault(
                DefinitionRefusals.VersionNotNewer.Code, lines.Of("version"), null,
                $"Version {stored.Published.Keys.Last()} is published and stays as it is: give this one a higher number.");
        }
    }
}
