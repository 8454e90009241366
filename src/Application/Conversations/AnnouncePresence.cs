using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Says that the caller has a conversation open, and asks who else has.</summary>
public sealed record AnnouncePresence(Caller Caller, ConversationId Conversation, bool Leaves) : IRequest<Result<PresentStaff>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.HoldConversations;
}

/// <param name="Others">Everybody but the caller.</param>
public sealed record PresentStaff(IReadOnlyList<StaffName> Others);

internal sealed class AnnouncePresenceHandler(IPresence presence, IStaffDirectory staff) : IRequestHandler<AnnouncePresence, Result<PresentStaff>>
{
    public async Task<Result<PresentStaff>> Handle(AnnouncePresence request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } me)
        {
            return StaffRefusals.PersonNeeded;
        }

        await presence.Announce(request.Caller.Tenant, request.Conversation, me, request.Leaves, cancellationToken);
        var names = await staff.Names(request.Caller.Tenant, cancellationToken);
        return new PresentStaff(
            [.. presence.Here(request.Caller.Tenant, request.Conversation).Where(other => other != me && names.ContainsKey(other))
                .Select(other => new StaffName(other, names[other])).OrderBy(other => other.Name, StringComparer.Ordinal)]);
    }
}
