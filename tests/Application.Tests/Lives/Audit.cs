using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tests.Lives;

/// <summary>What must never be found in a log.</summary>
internal enum Breach
{
    /// <summary>A message without a lawyer's approval of exactly its words, and without published ones.</summary>
    NotApproved,

    /// <summary>An answer was recorded while consent was not in force.</summary>
    AnswerWithoutConsent,

    /// <summary>A message left for a client who has not agreed to messages.</summary>
    MessageWithoutConsent,

    /// <summary>A message left for a client whom the firm has blocked.</summary>
    Blocked,

    /// <summary>Free words left outside the service window.</summary>
    OutsideWindow,

    /// <summary>The same message left again, though nobody knew that it had not arrived.</summary>
    SentTwice,

    /// <summary>One message of a client is twice in the log.</summary>
    ReceivedTwice,

    /// <summary>A message of a client is not in the log.</summary>
    Lost,

    /// <summary>A public number is missing, doubled or of another day.</summary>
    Number,

    /// <summary>A status went backwards, or came from nowhere.</summary>
    Status,

    /// <summary>Somebody else than the holder spoke while a person held the conversation.</summary>
    NotTheHolder,

    /// <summary>What could have waited woke a client at night.</summary>
    QuietHours,

    /// <summary>A client was told twice in one day that the firm is closed.</summary>
    NoticeTwice,
}

/// <summary>
/// Reads a log from its beginning and says what breaks a rule of DOMAIN.md. It folds by itself and asks nothing of the code that it judges.
/// </summary>
internal sealed class Audit
{
    private static readonly TimeSpan Jakarta = TimeSpan.FromHours(7);

    private readonly List<(Breach Breach, string What)> _breaches = [];
    private readonly Dictionary<ConversationId, Talk> _talks = [];
    private readonly Dictionary<DataSubjectId, HashSet<Purpose>> _consents = [];
    private readonly Dictionary<OutboundMessageId, Way> _ways = [];
    private readonly Dictionary<ReplyId, Draft> _drafts = [];
    private readonly Dictionary<BlindIndex, DeliveryStatus> _reached = [];
    private readonly Dictionary<(string Kind, string Series), int> _numbers = [];
    private readonly Dictionary<Guid, EventEnvelope> _byId = [];
    private readonly HashSet<BlindIndex> _received = [];
    private readonly HashSet<StaffId> _lawyers = [];
    private readonly HashSet<string> _published = [];
    private readonly HashSet<(ConversationId, DateTime)> _closed = [];

    private Audit()
    {
    }

    /// <param name="log">From its first event.</param>
    /// <param name="handed">Every wamid that the gateway handed over.</param>
    public static IReadOnlyList<(Breach Breach, string What)> Of(IEnumerable<EventEnvelope> log, IEnumerable<BlindIndex>? handed = null)
    {
        var audit = new Audit();
        foreach (var envelope in log)
        {
            audit._byId[envelope.EventId] = envelope;
            audit.Read(envelope);
        }

        foreach (var lost in (handed ?? []).Where(wamid => !audit._received.Contains(wamid)))
        {
            audit._breaches.Add((Breach.Lost, $"{lost} was handed over and is not in the log"));
        }

        return audit._breaches;
    }

    private void Read(EventEnvelope envelope)
    {
        switch (envelope.Event)
        {
            case RoleGranted { Role: Role.Lawyer } e:
                _lawyers.Add(e.Staff);
                break;
            case NoticeRevised e:
                _published.Add($"notice@{e.Notice.Version}");
                break;
            case DefinitionPublished e:
                _published.Add($"definition:{e.Key}@{e.Version}");
                break;
            case OutOfHoursNoticePublished e:
                _published.Add($"out_of_hours@{e.Version}");
                break;
            case ConsentGranted e:
                _consents[e.Client] = [.. e.Purposes];
                break;
            case ConsentRefused or ConsentWithdrawn:
                _consents.Remove(((ConsentEvent)envelope.Event).Client);
                break;
            case IntakeUpdated e:
                Answered(envelope, e.Client);
                break;
            case AnswerCorrected { ByStaff: false } e:
                Answered(envelope, e.Client);
                break;
            case FlagRaised { Urgency: Urgency.Critical } e:
                TalkOf(e.Conversation).Critical.Add(e.Flag);
                break;
            case FlagCleared e:
                TalkOf(e.Conversation).Critical.Remove(e.Flag);
                break;
            case SuggestionOffered { Labels: { } labels } e:
                TalkOf(e.Conversation).IsClassedCritical = labels.Urgency == "critical";
                break;
            case IntakeSubmitted { Number: { } number }:
                Numbered(envelope, "intake", number);
                break;
            case MatterOpened e:
                Numbered(envelope, "matter", e.Number);
                break;
            case TicketOpened e:
                Numbered(envelope, "ticket", e.Number);
                break;
            case ConversationEvent e:
                Talked(envelope, e);
                break;
            case ReplyEvent e:
                Replied(envelope, e);
                break;
            case OutboundMessageEvent e:
                Went(envelope, e);
                break;
        }
    }

    private void Talked(EventEnvelope envelope, ConversationEvent @event)
    {
        var talk = TalkOf(@event.Conversation);
        switch (@event)
        {
            case MessageReceived e:
                Check(_received.Add(e.Wamid), Breach.ReceivedTwice, envelope, e.Wamid);
                talk.WroteAt = e.OpensWindow && !(talk.WroteAt >= e.SentAt) ? e.SentAt : talk.WroteAt;
                break;
            case MessageEchoed:
                talk.IsAnsweredByPhone = true;
                break;
            case ConversationTakenOver e:
                Check(talk.Holder is null, Breach.NotTheHolder, envelope, "taken from its holder");
                talk.Holder = e.By;
                break;
            case ConversationGivenBack:
                (talk.Holder, talk.IsAnsweredByPhone) = (null, false);
                break;
            case ClientBlocked:
                talk.IsBlocked = true;
                break;
            case ClientUnblocked:
                talk.IsBlocked = false;
                break;
            case MessageSent e:
                Check(_reached.TryAdd(e.Wamid, DeliveryStatus.Sent), Breach.Status, envelope, "sent once more");
                break;
            case MessageDelivered e:
                Moves(envelope, e.Wamid, DeliveryStatus.Delivered, from: [DeliveryStatus.Sent]);
                break;
            case MessageRead e:
                Moves(envelope, e.Wamid, DeliveryStatus.Read, from: [DeliveryStatus.Sent, DeliveryStatus.Delivered]);
                break;
            case MessageFailed e:
                Moves(envelope, e.Wamid, DeliveryStatus.Failed, from: [DeliveryStatus.Sent]);
                break;
        }
    }

    private void Moves(EventEnvelope envelope, BlindIndex wamid, DeliveryStatus to, DeliveryStatus[] from)
    {
        Check(_reached.TryGetValue(wamid, out var reached) && from.Contains(reached), Breach.Status, envelope, to);
        _reached[wamid] = to;
    }

    private void Replied(EventEnvelope envelope, ReplyEvent @event)
    {
        switch (@event)
        {
            case ReplyProposed e:
                _drafts[e.Reply] = new Draft(e.By, e.Text);
                break;
            case ReplyEdited e:
                _drafts[e.Reply].Text = e.Text;
                break;
            case ReplyApproved e:
                var draft = _drafts.GetValueOrDefault(e.Reply);
                Check(draft is not null && draft.Text == e.Text, Breach.NotApproved, envelope, "other words than the ones that were proposed");
                Check(_lawyers.Contains(e.By) && envelope.Actor == Actor.Staff(e.By), Breach.NotApproved, envelope, "approved by nobody who may");
                Check(
                    TalkOf(e.Conversation).Holder is not { } holder || holder == e.By || holder == draft?.By, Breach.NotTheHolder, envelope,
                    "neither written nor approved by the holder");
                if (draft is not null)
                {
                    draft.Approval = envelope;
                }

                break;
        }
    }

    private void Went(EventEnvelope envelope, OutboundMessageEvent @event)
    {
        if (@event is OutboundRequested requested)
        {
            Check(_ways.TryAdd(requested.Message, new Way(envelope, requested)), Breach.SentTwice, envelope, "asked for once more");
            Check(IsAllowed(envelope, requested), Breach.NotApproved, envelope, requested.Basis);
            Check(
                !requested.Basis.StartsWith("out_of_hours@", StringComparison.Ordinal)
                    || _closed.Add((requested.Conversation, envelope.At.ToOffset(Jakarta).Date)),
                Breach.NoticeTwice, envelope, requested.Basis);
            return;
        }

        if (_ways.GetValueOrDefault(@event.Message) is not { } way)
        {
            Check(false, Breach.NotApproved, envelope, "never asked for");
            return;
        }

        switch (@event)
        {
            case OutboundSending:
                Check(way.MayGo, Breach.SentTwice, envelope, way.Request.Basis);
                way.MayGo = false;
                Leaves(envelope, way);
                break;
            case OutboundDeferred or OutboundRetried:
                way.MayGo = true; // Meta said that it did not take it, or a person decided
                break;
        }
    }

    private bool IsAllowed(EventEnvelope envelope, OutboundRequested requested) => requested.Kind switch
    {
        OutboundKind.Reply => _byId.GetValueOrDefault(envelope.Causation ?? Guid.Empty) is { Event: ReplyApproved approval }
            && requested.Basis == $"reply:{approval.Reply}" && approval.By == requested.ApprovedBy && approval.Text.Content == requested.Content
            && _drafts.GetValueOrDefault(approval.Reply)?.Approval?.EventId == envelope.Causation,
        OutboundKind.Script or OutboundKind.ConsentDialogue => requested.ApprovedBy is null && _published.Contains(requested.Basis.Split('/')[0]),
        _ => false,
    };

    private void Leaves(EventEnvelope envelope, Way way)
    {
        var (request, talk) = (way.Request, TalkOf(way.Request.Conversation));
        var answersConsent = request.Kind == OutboundKind.ConsentDialogue;
        Check(!talk.IsBlocked, Breach.Blocked, envelope, request.Basis);
        Check(
            request.Format == "template" || (talk.WroteAt is { } wrote && envelope.At - wrote <= TimeSpan.FromHours(24) - TimeSpan.FromSeconds(60)),
            Breach.OutsideWindow, envelope, request.Basis);
        Check(
            answersConsent || (_consents.TryGetValue(request.Client, out var granted) && granted.Contains(Purpose.Messaging)),
            Breach.MessageWithoutConsent, envelope, request.Basis);
        Check(
            request.Kind == OutboundKind.Reply || !talk.IsHeld || (answersConsent && CauseOf(way) is ConsentWithdrawn), Breach.NotTheHolder, envelope,
            request.Basis);
        Check(answersConsent || talk.IsCritical || !Disturbs(envelope.At, talk.WroteAt), Breach.QuietHours, envelope, request.Basis);
    }

    private object? CauseOf(Way way) => _byId.GetValueOrDefault(way.Asked.Causation ?? Guid.Empty)?.Event;

    // Twenty to seven; who wrote in this night, or in the hour before it, is awake.
    private static bool Disturbs(DateTimeOffset at, DateTimeOffset? wroteAt)
    {
        var local = at.ToOffset(Jakarta);
        if (local.Hour is >= 7 and < 20)
        {
            return false;
        }

        var evening = new DateTimeOffset(local.Date, Jakarta).AddHours(20).AddDays(local.Hour < 7 ? -1 : 0);
        return !(wroteAt >= evening.AddHours(-1));
    }

    private void Answered(EventEnvelope envelope, DataSubjectId client) => Check(
        _consents.TryGetValue(client, out var granted) && granted.Contains(Purpose.Intake), Breach.AnswerWithoutConsent, envelope, client);

    private void Numbered(EventEnvelope envelope, string kind, string number)
    {
        var cut = number.LastIndexOf('-');
        var (series, sequence) = (number[..cut], int.Parse(number[(cut + 1)..], CultureInfo.InvariantCulture));
        var last = _numbers.GetValueOrDefault((kind, series));
        Check(sequence == last + 1, Breach.Number, envelope, $"{number} after {last}");
        Check(
            series.EndsWith(envelope.At.ToOffset(Jakarta).ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal), Breach.Number,
            envelope, $"{number} on another day");
        _numbers[(kind, series)] = sequence;
    }

    private Talk TalkOf(ConversationId conversation)
    {
        if (!_talks.TryGetValue(conversation, out var talk))
        {
            _talks.Add(conversation, talk = new Talk());
        }

        return talk;
    }

    private void Check(bool holds, Breach breach, EventEnvelope envelope, object what)
    {
        if (!holds)
        {
            _breaches.Add((breach, string.Create(CultureInfo.InvariantCulture, $"#{envelope.Sequence} {envelope.At:O} {envelope.Type} {envelope.Stream.Id}: {what}")));
        }
    }

    private sealed class Talk
    {
        public HashSet<string> Critical { get; } = [];

        public bool IsClassedCritical { get; set; }

        public bool IsCritical => IsClassedCritical || Critical.Count > 0;

        public DateTimeOffset? WroteAt { get; set; }

        public StaffId? Holder { get; set; }

        public bool IsAnsweredByPhone { get; set; }

        public bool IsHeld => Holder is not null || IsAnsweredByPhone;

        public bool IsBlocked { get; set; }
    }

    private sealed class Draft(StaffId by, DraftText text)
    {
        public StaffId By => by;

        public DraftText Text { get; set; } = text;

        public EventEnvelope? Approval { get; set; }
    }

    private sealed class Way(EventEnvelope asked, OutboundRequested request)
    {
        public EventEnvelope Asked => asked;

        public OutboundRequested Request => request;

        public bool MayGo { get; set; } = true;
    }
}
