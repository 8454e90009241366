using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Who has a conversation open at this moment, on whichever node. Nothing of it is kept: it says who could disturb whom, and no more.</summary>
public interface IPresence
{
    /// <summary>Somebody has it open, for a little while unless they say so again; or has just closed it.</summary>
    Task Announce(TenantId tenant, ConversationId conversation, StaffId staff, bool leaves, CancellationToken cancellationToken);

    IReadOnlyCollection<StaffId> Here(TenantId tenant, ConversationId conversation);
}
