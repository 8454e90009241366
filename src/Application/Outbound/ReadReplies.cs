using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Replies of one state, the longest waiting first; optionally of one conversation.</summary>
public sealed record ReadReplies(Caller Caller, ReplyState? State, ConversationId? Conversation, PageRequest Page)
    : IRequest<Result<Page<ReplyView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

public sealed record ReadReply(Caller Caller, ReplyId Reply) : IRequest<Result<ReplyView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="Stale">The client has written since it was proposed.</param>
/// <param name="LastInbound">What the client last wrote.</param>
/// <param name="SuggestionText">What assist had proposed, for the difference.</param>
/// <param name="OutboundStatus">How far the message got, once approved.</param>
public sealed record ReplyView(
    ReplyId Id,
    ConversationId ConversationId,
    string ClientLabel,
    string? Text,
    string? SuggestionText,
    IReadOnlyList<CitationView> Citations,
    ReplyState State,
    bool Stale,
    IReadOnlyList<LintFinding> Lint,
    ReplySource Source,
    StaffName ProposedBy,
    DateTimeOffset ProposedAt,
    StaffName? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Reason,
    DateTimeOffset? WindowClosesAt,
    string? LastInbound,
    Urgency Urgency,
    MessageState? OutboundStatus);

public enum ReplySource
{
    Person,
    Suggestion,
}

internal sealed class ReadRepliesHandler(IViews views, IContentVault contents, IStaffDirectory staff) :
    IRequestHandler<ReadReplies, Result<Page<ReplyView>>>,
    IRequestHandler<ReadReply, Result<ReplyView>>
{
    public async Task<Result<Page<ReplyView>>> Handle(ReadReplies request, CancellationToken cancellationToken)
    {
        var tags = new List<string>();
        if (request.State is { } state)
        {
            tags.Add(ReplyProjection.StateTag(state));
        }

        if (request.Conversation is { } conversation)
        {
            tags.Add(TimelineProjection.ConversationTag(conversation));
        }

        var page = await views.List<ReplyCard>(request.Caller.Tenant, tags, request.Page, cancellationToken);
        var shown = new List<ReplyView>();
        foreach (var card in page.Items)
        {
            shown.Add(await Show(request.Caller, card, cancellationToken));
        }

        return new Page<ReplyView>(shown, page.Next);
    }

    public async Task<Result<ReplyView>> Handle(ReadReply request, CancellationToken cancellationToken) =>
        await views.Find<ReplyCard>(request.Caller.Tenant, request.Reply.Value, cancellationToken) is { } card
            ? await Show(request.Caller, card, cancellationToken)
            : ReplyRefusals.NotFound;

    private async Task<ReplyView> Show(Caller caller, ReplyCard card, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant;
        var readable = caller.MayReadContent();
        var names = await staff.Names(tenant, cancellationToken);
        var conversation = await views.Find<InboxEntry>(tenant, card.Conversation.Value, cancellationToken);
        var message = await views.Find<TimelineMessage>(tenant, OutboundMessageStream.For(card.Id).Value, cancellationToken);
        var suggestion = card.Suggestion is { } id ? await views.Find<SuggestionCard>(tenant, id.Value, cancellationToken) : null;
        var text = readable ? await Open(tenant, card.Text, cancellationToken) : null;
        return new ReplyView(
            card.Id,
            card.Conversation,
            (readable ? conversation?.Name?.Value ?? conversation?.Label.Value : null) ?? "•••",
            text,
            readable && suggestion?.Draft is { } draft ? await Open(tenant, draft, cancellationToken) : null,
            suggestion?.Citations ?? [],
            card.State,
            card.State == ReplyState.Proposed && conversation is not null && conversation.LastInbound != card.LastInbound,
            text is null ? [] : ReplyLint.Read(text),
            card.Suggestion is null ? ReplySource.Person : ReplySource.Suggestion,
            Named(card.ProposedBy),
            card.ProposedAt,
            card.DecidedBy is { } by ? Named(by) : null,
            card.DecidedAt,
            card.Reason,
            conversation?.WindowOpenedAt is { } opened ? ServiceWindow.After(opened).ClosesAt : null,
            readable && conversation?.LastInbound is { } last ? await LastWords(tenant, last, cancellationToken) : null,
            conversation?.Urgency ?? Urgency.Normal,
            message?.State);

        StaffName Named(StaffId staffId) => new(staffId, names.GetValueOrDefault(staffId, string.Empty));
    }

    private async Task<string?> LastWords(TenantId tenant, MessageId message, CancellationToken cancellationToken) =>
        await views.Find<TimelineMessage>(tenant, message.Value, cancellationToken) is { Content: { } content }
            && await contents.Open(tenant, content, cancellationToken) is { } bytes
            ? MessageContent.Read(bytes).Text
            : null;

    private async Task<string?> Open(TenantId tenant, DraftText text, CancellationToken cancellationToken) =>
        await contents.Open(tenant, text.Content, cancellationToken) is { } bytes && OutboundContent.Read(bytes) is OutboundBody.Text body
            ? body.Body
            : null;
}
