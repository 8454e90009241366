using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Somebody writes an answer: the client sees it for as long as WhatsApp shows it. Nothing of it is kept.</summary>
public sealed record ShowTyping(Caller Caller, ConversationId Conversation) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ProposeReplies;
}

internal sealed class ShowTypingHandler(IEventStore events, IViews views, IReadReceipts receipts, TimeProvider clock)
    : IRequestHandler<ShowTyping, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(ShowTyping request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (await events.Conversation(tenant, request.Conversation, cancellationToken) is not Conversation.Open open)
        {
            return ConversationRefusals.NotFound;
        }

        var now = clock.GetUtcNow();
        if (open is { IsBlocked: false, LastInbound: { } last, Window: { } window } && window.IsOpenAt(now)
            && (await events.Present(ConsentStream.Of(tenant, open.Client), Consent.Decider, cancellationToken)).Covers(Purpose.Messaging)
            && await views.Find<TimelineMessage>(tenant, last.Value, cancellationToken) is { Wamid: { } wamid })
        {
            receipts.Offer(new ReadReceipt(tenant, open.Channel, wamid, Typing: true, now));
        }

        return default(Nothing);
    }
}
