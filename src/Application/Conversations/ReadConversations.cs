using System.Xml;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>The inbox: most urgent first, then the latest. Words and names only for those who may read them.</summary>
public sealed record ReadConversations(Caller Caller, InboxFilter Filter, PageRequest Page)
    : IRequest<Result<Page<ConversationSummary>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="Mine">Held by the caller, or given to them.</param>
/// <param name="Unassigned">Held by nobody and given to nobody.</param>
/// <param name="Standing">Open, snoozed or resolved ones alone.</param>
public sealed record InboxFilter(bool Flagged = false, bool Mine = false, bool Unread = false, bool Unassigned = false, Standing? Standing = null);

/// <param name="AsOf">As it was at that moment; now by default.</param>
public sealed record ReadConversation(Caller Caller, ConversationId Conversation, DateTimeOffset? AsOf = null) : IRequest<Result<ConversationSummary>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <summary>One line of the inbox.</summary>
/// <param name="ClientLabel">The name once known, else the last digits of the number; a pseudonym for those who may not read content.</param>
/// <param name="State">A person answers, whether here or from WhatsApp's own application, or the script does.</param>
/// <param name="TakenOverBy">Who holds it here.</param>
/// <param name="AssignedTo">Who is to care for it.</param>
/// <param name="Blocked">Nothing is sent to this client any more.</param>
/// <param name="Clocks">What the firm owes here; the one that runs out first comes first.</param>
/// <param name="WindowClosesAt">When free text stops being possible.</param>
/// <param name="Unread">Inbound messages nobody has seen yet.</param>
/// <param name="IdentityInDoubt">The client's number or user id is, or was, another client's, and nobody has looked yet.</param>
/// <param name="Suggestions">Of assist, newest first; only where one conversation is asked for.</param>
public sealed record ConversationSummary(
    ConversationId Id,
    DataSubjectId ClientId,
    string ClientLabel,
    string? ClientName,
    string Language,
    ConversationState State,
    StaffName? TakenOverBy,
    bool AnsweredByPhone,
    StaffName? AssignedTo,
    Standing Standing,
    DateTimeOffset? SnoozedUntil,
    bool Blocked,
    IReadOnlyList<ServiceClockView> Clocks,
    Urgency Urgency,
    IReadOnlyList<FlagView> Flags,
    ClassificationView? Classification,
    ConsentState Consent,
    LastMessageView? LastMessage,
    DateTimeOffset? WindowClosesAt,
    WindowView Window,
    int Unread,
    int PendingReplies,
    Guid? IntakeId,
    IntakeState? IntakeState,
    Guid? MatterId,
    string? MatterNumber,
    ChannelView Channel,
    bool IdentityInDoubt,
    IReadOnlyList<SuggestionView> Suggestions,
    DateTimeOffset FirstInboundAt,
    DateTimeOffset UpdatedAt);

/// <summary>Something that the firm owes within a time.</summary>
/// <param name="HalfAt">When half of the time is spent: from then on it presses.</param>
/// <param name="DueAt">When all of it is.</param>
public sealed record ServiceClockView(ClockKind Kind, Urgency Urgency, DateTimeOffset StartedAt, DateTimeOffset HalfAt, DateTimeOffset DueAt, bool Breached);

/// <summary>The service window as it stands at the moment asked for.</summary>
public sealed record WindowView(bool Open, DateTimeOffset? ClosesAt);

public sealed record ChannelView(ChannelId Id, string DisplayPhoneNumber);

public enum ConversationState
{
    Scripted,
    TakenOver,
}

/// <param name="Sla">Time until somebody must have reacted, ISO 8601.</param>
public sealed record FlagView(string Id, Urgency Urgency, DateTimeOffset RaisedAt, string? Sla, DateTimeOffset? ClearedAt);

public sealed record ClassificationView(
    string Language,
    string PracticeArea,
    string Intent,
    Urgency Urgency,
    string Complexity,
    double Confidence,
    IReadOnlyList<Evidence> Because,
    string Model,
    DateTimeOffset At,
    SuggestionId SuggestionId);

/// <param name="Preview">At most 120 characters.</param>
public sealed record LastMessageView(MessageDirection Direction, string Type, string? Preview, DateTimeOffset At);

public enum MessageDirection
{
    Inbound,
    Outbound,
}

internal sealed class ReadConversationsHandler(
    IViews views,
    IEventReader events,
    IContentVault contents,
    IStaffDirectory staff,
    IChannelCatalog channels,
    SuggestionReading suggestions,
    Readings readings,
    TimeProvider clock) :
    IRequestHandler<ReadConversations, Result<Page<ConversationSummary>>>,
    IRequestHandler<ReadConversation, Result<ConversationSummary>>
{
    private const int PreviewLength = 120;

    private static readonly InboxProjection Projection = new();

    public async Task<Result<Page<ConversationSummary>>> Handle(ReadConversations request, CancellationToken cancellationToken)
    {
        var tags = new List<string>();
        if (request.Filter.Flagged)
        {
            tags.Add(InboxProjection.FlaggedTag);
        }

        if (request.Filter.Unread)
        {
            tags.Add(InboxProjection.UnreadTag);
        }

        if (request.Filter.Mine && request.Caller.Staff is { } me)
        {
            tags.Add(InboxProjection.StaffTag(me));
        }

        if (request.Filter.Unassigned)
        {
            tags.Add(InboxProjection.UnassignedTag);
        }

        if (request.Filter.Standing is { } standing)
        {
            tags.Add(InboxProjection.StandingTag(standing));
        }

        var page = await views.List<InboxEntry>(request.Caller.Tenant, tags, request.Page, cancellationToken);
        var lines = await readings.Record(
            request.Caller, Seen(request.Caller, page.Items), () => Show(request.Caller, page.Items, clock.GetUtcNow(), cancellationToken), cancellationToken);
        return new Page<ConversationSummary>(lines, page.Next);
    }

    public async Task<Result<ConversationSummary>> Handle(ReadConversation request, CancellationToken cancellationToken)
    {
        if (request.AsOf is { } instant)
        {
            return await Past(request, instant, cancellationToken);
        }

        var entry = await views.Find<InboxEntry>(request.Caller.Tenant, request.Conversation.Value, cancellationToken);
        return entry is null
            ? ConversationRefusals.NotFound
            : await ShowOne(request.Caller, entry, await suggestions.Of(request.Caller.Tenant, entry.Id, cancellationToken), clock.GetUtcNow(), cancellationToken);
    }

    private async Task<Result<ConversationSummary>> Past(ReadConversation request, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var past = await ConversationPast.Load(events, request.Caller.Tenant, request.Conversation, asOf, cancellationToken);
        return past.Find(Projection, request.Conversation.Value) is { } entry
            ? await ShowOne(request.Caller, entry, SuggestionReading.Of(past, entry.Id), asOf, cancellationToken)
            : ConversationRefusals.NotFound;
    }

    private async Task<ConversationSummary> ShowOne(
        Caller caller, InboxEntry entry, IReadOnlyList<SuggestionCard> cards, DateTimeOffset at, CancellationToken cancellationToken)
    {
        IEnumerable<Shown> drafts = caller.MayReadContent()
            ? cards.Select(card => card.Draft?.Content).OfType<ContentRef>().Select(draft => Shown.Of(ContentKind.Draft, draft, entry.Id))
            : [];
        return await readings.Record(
            caller,
            Seen(caller, [entry]).Concat(drafts),
            async () => (await Show(caller, [entry], at, cancellationToken))[0] with { Suggestions = await suggestions.Show(caller, cards, cancellationToken) },
            cancellationToken);
    }

    private static IEnumerable<Shown> Seen(Caller caller, IReadOnlyList<InboxEntry> entries) => !caller.MayReadContent()
        ? []
        : entries.SelectMany(entry => (IEnumerable<Shown>)
        [
            .. Shown.Of(ContentKind.Name, entry.Name ?? entry.Label, entry.Client.Value, entry.Id),
            .. entry.Last?.Content is { } last ? [Shown.Of(ContentKind.Preview, last, entry.Id)] : Array.Empty<Shown>(),
            .. entry.Class is { } offered ? Shown.Of(ContentKind.Evidence, offered.Evidence, offered.Suggestion.Value, entry.Id) : [],
        ]);

    private async Task<IReadOnlyList<ConversationSummary>> Show(
        Caller caller, IReadOnlyList<InboxEntry> entries, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var names = await staff.Names(caller.Tenant, cancellationToken);
        var readable = caller.MayReadContent();
        var words = readable
            ? await contents.OpenAll(
                caller.Tenant, [.. entries.Select(entry => entry.Last?.Content).OfType<ContentRef>()], cancellationToken)
            : new Dictionary<Guid, ReadOnlyMemory<byte>>();
        var numbers = (await channels.List(caller.Tenant, cancellationToken)).ToDictionary(channel => channel.Id, channel => channel.DisplayPhoneNumber);
        return [.. entries.Select(entry => Show(entry, readable, words, names, numbers.GetValueOrDefault(entry.Channel, string.Empty), at))];
    }

    private static ConversationSummary Show(
        InboxEntry entry,
        bool readable,
        IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> words,
        IReadOnlyDictionary<StaffId, string> names,
        string number,
        DateTimeOffset at)
    {
        var name = readable ? entry.Name?.Value : null;
        ServiceWindow? window = entry.WindowOpenedAt is { } opened ? ServiceWindow.After(opened) : null;
        return new ConversationSummary(
            entry.Id,
            entry.Client,
            name ?? (readable ? entry.Label.Value : null) ?? entry.Client.Pseudonym,
            name,
            entry.Language,
            entry is { Holder: null, AnsweredByPhone: false } ? ConversationState.Scripted : ConversationState.TakenOver,
            Named(entry.Holder, names),
            entry.AnsweredByPhone,
            Named(entry.Assignee, names),
            entry.Standing,
            entry.SnoozedUntil,
            entry.Blocked,
            [.. entry.Clocks.Values.OrderBy(clock => clock.Times.DueAt)
                .Select(clock => new ServiceClockView(clock.Kind, clock.Urgency, clock.StartedAt, clock.Times.HalfAt, clock.Times.DueAt, clock.IsBreached))],
            entry.Urgency,
            [.. entry.Flags.Select(flag => new FlagView(flag.Id, flag.Urgency, flag.RaisedAt, flag.Sla is { } sla ? XmlConvert.ToString(sla) : null, flag.ClearedAt))],
            entry.Class is { } offered ? Show(offered, readable) : null,
            entry.Consent,
            entry.Last is { } last ? new LastMessageView(
                last.Inbound ? MessageDirection.Inbound : MessageDirection.Outbound, last.Type, Preview(last, words), last.At) : null,
            window?.ClosesAt,
            new WindowView(window?.IsOpenAt(at) ?? false, window?.ClosesAt),
            entry.Unread,
            entry.PendingReplies.Count,
            entry.Intake?.Value,
            entry.IntakeState is { } state ? Enum.Parse<IntakeState>(state, ignoreCase: true) : null,
            entry.Matter?.Value,
            entry.MatterNumber,
            new ChannelView(entry.Channel, number),
            entry.IdentityInDoubt,
            Suggestions: [],
            entry.FirstInboundAt,
            entry.UpdatedAt);
    }

    private static StaffName? Named(StaffId? staff, IReadOnlyDictionary<StaffId, string> names) =>
        staff is { } id ? new StaffName(id, names.GetValueOrDefault(id, string.Empty)) : null;

    private static ClassificationView Show(OfferedClass offered, bool readable) => new(
        offered.Labels.Language, offered.Labels.PracticeArea, offered.Labels.Intent, Enum.Parse<Urgency>(offered.Labels.Urgency, ignoreCase: true), offered.Labels.Complexity,
        offered.Score, readable ? offered.Evidence?.Value ?? [] : [], offered.Model, offered.At, offered.Suggestion);

    private static string? Preview(LastMessage last, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> words)
    {
        if (last.Content is not { } content || !words.TryGetValue(content.Id, out var bytes))
        {
            return null;
        }

        var text = last.Inbound || last.Echoed ? MessageContent.Read(bytes).Text : OutboundContent.Words(bytes);
        return text is { Length: > PreviewLength } ? string.Concat(text.AsSpan(0, PreviewLength - 1), "…") : text;
    }
}
