using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Replies of one state, the longest waiting first; optionally of one conversation.</summary>
public sealed record ReadReplies(Caller Caller, ReplyState? State, ConversationId? Conversation, PageRequest Page)
    : IRequest<Result<Page<ReplyView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="AsOf">As it was at that moment; now by default.</param>
public sealed record ReadReply(Caller Caller, ReplyId Reply, DateTimeOffset? AsOf = null) : IRequest<Result<ReplyView>>, IAuthorised
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
    MessageState? OutboundStatus)
{
    /// <summary>Of the words shown: an approval may name it, and then covers no others.</summary>
    public string? Hash { get; init; }

    /// <summary>When it shall leave; at once by default.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>The message it became, once approved.</summary>
    public OutboundView? Outbound { get; init; }

    /// <summary>The message that it answers, as the client will see it above the reply; none where it quotes none.</summary>
    public QuotedView? Quotes { get; init; }

    /// <summary>A filled template: its words cannot be edited.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>What the client may tap under the words.</summary>
    public IReadOnlyList<ReplyButton>? Buttons { get; init; }

    /// <summary>The list that the client may choose from.</summary>
    public ListView? List { get; init; }

    /// <summary>The file that the words go with.</summary>
    public MediaView? Media { get; init; }
}

/// <param name="Text">None for those who may not read it, and for a message without words.</param>
public sealed record QuotedView(Guid Message, bool Inbound, string? Text);

public enum ReplySource
{
    Person,
    Suggestion,
}

internal sealed class ReadRepliesHandler(
    IViews views, IEventReader events, IContentVault contents, IStaffDirectory staff, Readings readings, Proofreader proofreader) :
    IRequestHandler<ReadReplies, Result<Page<ReplyView>>>,
    IRequestHandler<ReadReply, Result<ReplyView>>
{
    private static readonly ReplyProjection Projection = new();
    private static readonly InboxProjection Inbox = new();
    private static readonly TimelineProjection Timeline = new();
    private static readonly SuggestionProjection Suggestions = new();

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
        var cards = new List<(ReplyCard Card, Surroundings Around)>();
        foreach (var card in page.Items)
        {
            cards.Add((card, await Around(request.Caller.Tenant, card, cancellationToken)));
        }

        return new Page<ReplyView>(await Show(request.Caller, cards, cancellationToken), page.Next);
    }

    public async Task<Result<ReplyView>> Handle(ReadReply request, CancellationToken cancellationToken)
    {
        if (request.AsOf is { } instant)
        {
            return await Past(request, instant, cancellationToken);
        }

        return await views.Find<ReplyCard>(request.Caller.Tenant, request.Reply.Value, cancellationToken) is { } card
            ? (await Show(request.Caller, [(card, await Around(request.Caller.Tenant, card, cancellationToken))], cancellationToken))[0]
            : ReplyRefusals.NotFound;
    }

    private async Task<Result<ReplyView>> Past(ReadReply request, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        var history = await events.Load(ReplyStream.Of(tenant, request.Reply), StreamBound.At(asOf), cancellationToken);
        var card = history.Aggregate(
            default(ReplyCard), (view, envelope) => Projection.Evolve(new DocumentKey(request.Reply.Value), view, envelope));
        if (card is null)
        {
            return ReplyRefusals.NotFound;
        }

        var past = await ConversationPast.Load(events, tenant, card.Conversation, asOf, cancellationToken);
        var conversation = past.Find(Inbox, card.Conversation.Value);
        var around = new Surroundings(
            conversation,
            conversation?.LastInbound is { } last ? past.Find(Timeline, last.Value) : null,
            past.Find(Timeline, OutboundMessageStream.For(card.Id).Value),
            card.Suggestion is { } suggestion ? past.Find(Suggestions, suggestion.Value) : null,
            card.Quotes is { } quoted ? past.Find(Timeline, quoted) : null);
        return (await Show(request.Caller, [(card, around)], cancellationToken))[0];
    }

    private async Task<Surroundings> Around(TenantId tenant, ReplyCard card, CancellationToken cancellationToken)
    {
        var conversation = await views.Find<InboxEntry>(tenant, card.Conversation.Value, cancellationToken);
        return new Surroundings(
            conversation,
            conversation?.LastInbound is { } last ? await views.Find<TimelineMessage>(tenant, last.Value, cancellationToken) : null,
            await views.Find<TimelineMessage>(tenant, OutboundMessageStream.For(card.Id).Value, cancellationToken),
            card.Suggestion is { } suggestion ? await views.Find<SuggestionCard>(tenant, suggestion.Value, cancellationToken) : null,
            card.Quotes is { } quoted ? await views.Find<TimelineMessage>(tenant, quoted, cancellationToken) : null);
    }

    private async Task<IReadOnlyList<ReplyView>> Show(
        Caller caller, IReadOnlyList<(ReplyCard Card, Surroundings Around)> cards, CancellationToken cancellationToken) =>
        await readings.Record(
            caller,
            caller.MayReadContent() ? cards.SelectMany(one => Seen(one.Card, one.Around)) : [],
            async () =>
            {
                var shown = new List<ReplyView>();
                foreach (var (card, around) in cards)
                {
                    shown.Add(await Show(caller, card, around, cancellationToken));
                }

                return shown;
            },
            cancellationToken);

    private static IEnumerable<Shown> Seen(ReplyCard card, Surroundings around) =>
    [
        Shown.Of(ContentKind.Reply, card.Text.Content, card.Conversation),
        .. around.Conversation is { } entry ? Shown.Of(ContentKind.Name, entry.Name ?? entry.Label, entry.Client.Value, card.Conversation) : [],
        .. around.Suggestion?.Draft is { } draft ? [Shown.Of(ContentKind.Draft, draft.Content, card.Conversation)] : Array.Empty<Shown>(),
        .. around.Quoted?.Content is { } quoted ? [Shown.Of(ContentKind.Message, quoted, card.Conversation)] : Array.Empty<Shown>(),
        .. around.LastInbound?.Content is { } last ? [Shown.Of(ContentKind.Message, last, card.Conversation)] : Array.Empty<Shown>(),
    ];

    private async Task<ReplyView> Show(Caller caller, ReplyCard card, Surroundings around, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant;
        var readable = caller.MayReadContent();
        var names = await staff.Names(tenant, cancellationToken);
        var (conversation, lastInbound, message, suggestion, quoted) = around;
        var body = readable ? await Open(tenant, card.Text, cancellationToken) : null;
        var text = body?.Words();
        return new ReplyView(
            card.Id,
            card.Conversation,
            (readable ? conversation?.Name?.Value ?? conversation?.Label.Value : null) ?? card.Text.Content.Subject.Pseudonym,
            text,
            readable && suggestion?.Draft is { } draft ? (await Open(tenant, draft, cancellationToken))?.Words() : null,
            suggestion?.Citations ?? [],
            card.State,
            card.State == ReplyState.Proposed && conversation is not null && conversation.LastInbound != card.LastInbound,
            body is null ? [] : await proofreader.Read(tenant, card.Conversation, card.Text.Content.Subject, OutboundContent.AllWords(body), cancellationToken),
            card.Suggestion is null ? ReplySource.Person : ReplySource.Suggestion,
            Named(card.ProposedBy),
            card.ProposedAt,
            card.DecidedBy is { } by ? Named(by) : null,
            card.DecidedAt,
            card.Reason,
            conversation?.WindowOpenedAt is { } opened ? ServiceWindow.After(opened).ClosesAt : null,
            readable && lastInbound?.Content is { } last ? await Words(tenant, last, cancellationToken) : null,
            conversation?.Urgency ?? Urgency.Normal,
            message?.State)
        {
            Hash = readable ? card.Text.Sha256 : null, // short words can be guessed from their hash
            SendAt = card.SendAt,
            Outbound = message is null ? null : OutboundView.Of(message),
            IsTemplate = card.Text.IsTemplate,
            Buttons = (body as OutboundBody.Buttons)?.Choices,
            Media = body is OutboundBody.Media media ? MediaView.Of(media) : null,
            List = body is OutboundBody.List list ? new ListView(list.Button, list.Rows) : null,
            Quotes = quoted is null ? null : new QuotedView(quoted.Id, quoted.Inbound, readable && quoted.Content is { } at ? await Quote(tenant, quoted, at, cancellationToken) : null),
        };

        StaffName Named(StaffId staffId) => new(staffId, names.GetValueOrDefault(staffId, string.Empty));
    }

    private async Task<string?> Words(TenantId tenant, ContentRef content, CancellationToken cancellationToken) =>
        await contents.Open(tenant, content, cancellationToken) is { } bytes ? MessageContent.Read(bytes).Text : null;

    private async Task<string?> Quote(TenantId tenant, TimelineMessage quoted, ContentRef content, CancellationToken cancellationToken) =>
        await contents.Open(tenant, content, cancellationToken) is { } bytes
            ? quoted.Inbound || quoted.Echoed ? MessageContent.Read(bytes).Text : OutboundContent.Words(bytes)
            : null;

    private async Task<OutboundBody?> Open(TenantId tenant, DraftText text, CancellationToken cancellationToken) =>
        await contents.Open(tenant, text.Content, cancellationToken) is { } bytes ? OutboundContent.Read(bytes) : null;

    /// <summary>What a reply is shown with, of one and the same moment.</summary>
    private sealed record Surroundings(InboxEntry? Conversation, TimelineMessage? LastInbound, TimelineMessage? Message, SuggestionCard? Suggestion, TimelineMessage? Quoted);
}
