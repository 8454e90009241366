using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>A colleague is to care for it; none: nobody any more.</summary>
public sealed record AssignConversation(Caller Caller, ConversationId Conversation, StaffId? To, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.HoldConversations;
}

internal sealed class AssignConversationHandler(IEventStore events) : IRequestHandler<AssignConversation, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(AssignConversation request, CancellationToken cancellationToken) =>
        request.To is { } to && !await MayHold(request.Caller.Tenant, to, cancellationToken)
            ? ConversationRefusals.AssigneeUnknown
            : await events.DecideByPerson(
                request.Caller, request.Conversation, _ => new StandingCommand.Assign(request.To), request.Cause, reason: null, cancellationToken);

    private async Task<bool> MayHold(TenantId tenant, StaffId staff, CancellationToken cancellationToken) =>
        await events.Present(StaffStream.Of(tenant, staff), StaffMember.Decider, cancellationToken) is StaffMember.Present { IsActive: true } member
        && member.Roles.Overlaps(Rights.HoldConversations);
}
