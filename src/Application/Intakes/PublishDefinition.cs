using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Makes the draft the version that new sessions run on, if it passes the publish checks.</summary>
/// <param name="Hash">Of the draft that the lawyer has read: another one is not published in its place. None: the draft as it stands.</param>
public sealed record PublishDefinition(Caller Caller, string Key, CauseId Cause, string? Hash = null) : IRequest<Result<DefinitionPublication>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class PublishDefinitionHandler(IEventStore events, IDefinitionReader reader)
    : IRequestHandler<PublishDefinition, Result<DefinitionPublication>>
{
    public async Task<Result<DefinitionPublication>> Handle(PublishDefinition request, CancellationToken cancellationToken)
    {
        var stream = DefinitionStream.Of(request.Caller.Tenant, request.Key);
        if ((await events.Present(stream, IntakeDefinition.Decider, cancellationToken)).Draft is not { } draft)
        {
            return DefinitionRefusals.NotFound;
        }

        if (request.Hash is { } read && read != draft.Hash)
        {
            return DefinitionRefusals.DraftChanged;
        }

        var (definition, faults) = await reader.Check(events, request.Caller.Tenant, draft.Source, [], cancellationToken);
        if (faults.Count > 0)
        {
            return new DefinitionPublication(request.Key, null, faults);
        }

        var published = await events.Transact(
            stream,
            IntakeDefinition.Decider,
            new IntakeDefinitionCommand.Publish(draft.Hash, definition, faults, request.Caller.Roles),
            request.Caller.Does(request.Cause),
            cancellationToken);
        return published.Map(_ => new DefinitionPublication(request.Key, definition!.Version, []));
    }
}
