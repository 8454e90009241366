using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;
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

/// <summary>A sound log has no breach; the same log with one thing wrong in it has that one.</summary>
public sealed class AuditTests
{
    // Ten in the morning in Jakarta.
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    private static readonly TenantId Tenant = new(Id(1));
    private static readonly StaffId Maria = new(Id(2));
    private static readonly StaffId Dewi = new(Id(3));
    private static readonly StaffId Budi = new(Id(12));
    private static readonly DataSubjectId Client = new(Id(4));
    private static readonly ConversationId Conversation = new(Id(5));
    private static readonly ChannelId Channel = new(Id(6));
    private static readonly IntakeId Intake = new(Id(7));
    private static readonly ReplyId Reply = new(Id(8));
    private static readonly OutboundMessageId Question = new(Id(9));
    private static readonly OutboundMessageId Answer = new(Id(10));
    private static readonly MatterId Matter = new(Id(11));
    private static readonly DraftText Draft = new(new ContentRef(Client, Id(20)), "aa", 5);
    private static readonly BlindIndex First = Index('1');
    private static readonly BlindIndex Second = Index('2');
    private static readonly BlindIndex Sent = Index('a');

    private static readonly Purpose[] Purposes = [Purpose.Intake, Purpose.Messaging];

    public static TheoryData<string> Faults => [.. All.Keys];

    private static Dictionary<string, (string Breach, Func<List<Entry>, IEnumerable<Entry>> Spoil)> All { get; } = new()
    {
        ["a reply that nobody approved"] = (nameof(Breach.NotApproved), log => log.Where(entry => entry.Event is not ReplyApproved)),
        ["a reply that somebody else than a lawyer approved"] = (nameof(Breach.NotApproved), log => log.Where(entry => entry.Event is not RoleGranted)),
        ["a reply whose words were changed after the approval"] = (nameof(Breach.NotApproved), log => Change<OutboundRequested>(
            log, asked => asked.Kind == OutboundKind.Reply ? asked with { Content = new ContentRef(Client, Id(99)) } : asked)),
        ["an approval of words that were never proposed"] = (nameof(Breach.NotApproved), log => Change<ReplyApproved>(
            log, approved => approved with { Text = Draft with { Sha256 = "bb" } })),
        ["words of a definition that was never published"] = (nameof(Breach.NotApproved), log => log.Where(entry => entry.Event is not DefinitionPublished)),
        ["words of a notice that was never published"] = (nameof(Breach.NotApproved), log => log.Where(entry => entry.Event is not NoticeRevised)),
        ["a send that nobody asked for"] = (nameof(Breach.NotApproved), log => After<MatterOpened>(log, new OutboundSending(new(Id(98)), Conversation))),
        ["an answer before consent"] = (nameof(Breach.AnswerWithoutConsent), log => log.Where(entry => entry.Event is not ConsentGranted)),
        ["an answer after a withdrawal"] = (nameof(Breach.AnswerWithoutConsent), log => Before<IntakeUpdated>(
            log, new ConsentWithdrawn(Client, Conversation, Purposes, 1, "id", Second))),
        ["a reply after a withdrawal"] = (nameof(Breach.MessageWithoutConsent), log => After<ReplyApproved>(
            log, new ConsentWithdrawn(Client, Conversation, Purposes, 1, "id", Second))),
        ["a message to a client who is blocked"] = (nameof(Breach.Blocked), log => After<ReplyApproved>(log, new ClientBlocked(Conversation, Client))),
        ["free words a day later"] = (nameof(Breach.OutsideWindow), log => Later(log, TimeSpan.FromHours(25))),
        ["free words in the last minute"] = (nameof(Breach.OutsideWindow), log => Later(log, TimeSpan.FromHours(24) - TimeSpan.FromSeconds(59))),
        ["a send that is repeated without a reason"] = (nameof(Breach.SentTwice), log => After<OutboundAccepted>(log, new OutboundSending(Answer, Conversation))),
        ["a send without an answer that is repeated by itself"] = (nameof(Breach.SentTwice), log => After<OutboundAccepted>(
            log, new OutboundUnanswered(Answer, Conversation), new OutboundSending(Answer, Conversation))),
        ["a message that is asked for once more"] = (nameof(Breach.SentTwice), log => log.Append(log.Last(entry => entry.Event is OutboundRequested))),
        ["a message that was taken in twice"] = (nameof(Breach.ReceivedTwice), log => log.Append(log.First(entry => entry.Event is MessageReceived))),
        ["a message that was not taken in"] = (nameof(Breach.Lost), log => log.Where(entry => entry.Event is not MessageReceived { Wamid: var wamid } || wamid != Second)),
        ["a number that is missing"] = (nameof(Breach.Number), log => Change<MatterOpened>(
            log, opened => opened.Number.EndsWith('2') ? opened with { Number = "PKR-20261123-003" } : opened)),
        ["a number that is given twice"] = (nameof(Breach.Number), log => Change<MatterOpened>(log, opened => opened with { Number = "PKR-20261123-001" })),
        ["a complaint's number that is missing"] = (nameof(Breach.Number), log => Change<TicketOpened>(log, opened => opened with { Number = "LAP-20261123-002" })),
        ["a number of another day"] = (nameof(Breach.Number), log => Change<TicketOpened>(log, opened => opened with { Number = "LAP-20261124-001" })),
        ["a status that goes back"] = (nameof(Breach.Status), log => After<MessageRead>(log, new MessageDelivered(Conversation, Answer, Sent, Morning))),
        ["a failure after it was read"] = (nameof(Breach.Status), log => After<MessageRead>(log, new MessageFailed(Conversation, Answer, Sent, 131026, Morning))),
        ["a status of what was never sent"] = (nameof(Breach.Status), log => log.Where(entry => entry.Event is not MessageSent)),
        ["a script that speaks while a person holds it"] = (nameof(Breach.NotTheHolder), log => Before<QuestionAsked>(log, new ConversationTakenOver(Conversation, Maria))),
        ["a script that speaks after an answer by phone"] = (nameof(Breach.NotTheHolder), log => Before<QuestionAsked>(
            log, new MessageEchoed(Conversation, new(Id(97)), Index('9'), "text", new ContentRef(Client, Id(97)), Morning, null))),
        ["a consent question while a person holds it"] = (nameof(Breach.NotTheHolder), log => Before<ConsentAsked>(log, new ConversationTakenOver(Conversation, Maria))),
        ["a reply that the holder neither wrote nor approved"] = (nameof(Breach.NotTheHolder), log => Before<ReplyProposed>(log, new ConversationTakenOver(Conversation, Budi))),
        ["a conversation taken from its holder"] = (nameof(Breach.NotTheHolder), log => After<MatterOpened>(
            log, new ConversationTakenOver(Conversation, Dewi), new ConversationTakenOver(Conversation, Maria))),
        ["a second notice of one day that the firm is closed"] = (nameof(Breach.NoticeTwice), log => log.Concat([
            new(new OutOfHoursNoticePublished(Tenant, 1, null)),
            .. Asked(new(Id(24)), OutboundKind.Script, "out_of_hours@1", typeof(MessageReceived)),
            .. Asked(new(Id(25)), OutboundKind.Script, "out_of_hours@1", typeof(MessageReceived))])),
        ["a notice of closing that was never published"] = (nameof(Breach.NotApproved), log => log.Concat(
            Asked(new(Id(24)), OutboundKind.Script, "out_of_hours@1", typeof(MessageReceived)))),
        ["a reply at night"] = (nameof(Breach.QuietHours), log => Later(log, TimeSpan.FromHours(11))),
        ["a reply at night whose flag was cleared"] = (nameof(Breach.QuietHours), log => Later(
            [.. Before<ReplyProposed>(log, Flag, new FlagCleared(Intake, Client, Conversation, "DETAINED"))], TimeSpan.FromHours(11))),
    };

    private static FlagRaised Flag => new(Intake, Client, Conversation, "DETAINED", "triage", 1, Urgency.Critical, TimeSpan.FromMinutes(15));

    [Fact]
    public void A_sound_log_has_no_breach() => Read(Sound()).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_log_with_one_thing_wrong_has_that_breach(string what)
    {
        var (breach, spoil) = All[what];

        Read([.. spoil(Sound())]).Select(found => found.Breach.ToString()).Should().Contain(breach);
    }

    [Fact]
    public void Every_breach_has_a_log_that_shows_it() =>
        All.Values.Select(fault => fault.Breach).Distinct().Should().BeEquivalentTo(Enum.GetNames<Breach>());

    [Fact]
    public void What_may_be_is_no_breach()
    {
        Read([.. Before<ReplyProposed>(Sound(), new ConversationTakenOver(Conversation, Dewi))]).Should().BeEmpty("the holder wrote it, and a lawyer approved it");
        Read(Later([.. Before<ReplyProposed>(Sound(), Flag)], TimeSpan.FromHours(11))).Should().BeEmpty("what is critical leaves at night");
        Read([.. After<OutboundAccepted>(Sound(), new OutboundRetried(Answer, Conversation, Maria), new OutboundSending(Answer, Conversation))])
            .Should().BeEmpty("a person may have it sent again");
        Read([.. Change<OutboundRequested>(Later(Sound(), TimeSpan.FromHours(25)), asked => asked with { Format = "template" })])
            .Should().BeEmpty("a template needs no window");
    }

    private static List<Entry> Sound()
    {
        var opened = new MatterOpened(Matter, "PKR-20261123-001", Personal.Of(Client, "Pidana"), Client, Intake, Conversation, Maria, "criminal");
        return
        [
            new(new RoleGranted(Maria, Role.Lawyer)),
            new(new NoticeRevised(new PrivacyNotice(1, new("a", "b", "c", "d", "e"), new("a", "b", "c", "d", "e"), Purposes))),
            new(new DefinitionPublished("triage", 1, "hash", DefinitionKind.Router, new Bilingual("Menu", "Menu"))),
            new(new ConversationOpened(Conversation, Channel, Client, Personal.Of(Client, "•••1"))),
            new(Received(First)),
            new(new ConsentAsked(Client, Conversation, Purposes, 1, "id", 1)),
            .. Asked(new OutboundMessageId(Id(21)), OutboundKind.ConsentDialogue, "notice@1", typeof(ConsentAsked)),
            new(Received(Second)),
            new(new ConsentGranted(Client, Conversation, Purposes, 1, "id", Second)),
            new(new QuestionAsked(Intake, Client, Conversation, "triage", 1, "darurat", QuestionType.Choice, 0, 1, AskedBecause.Next, "id")),
            .. Asked(Question, OutboundKind.Script, "definition:triage@1/darurat", typeof(QuestionAsked)),
            new(new IntakeUpdated(
                Intake, Client, Conversation, "triage", "darurat", 0, new RecordedAnswer(DataClass.Plain, new AnswerValue.Words("tidak"), null), new(1, 3))),
            new(new ReplyProposed(Reply, Conversation, Client, Dewi, Draft, null, null)),
            new(new ReplyApproved(Reply, Conversation, Maria, Draft, new(5, 0, 0), [], Stale: false), Actor.Staff(Maria)),
            .. Asked(Answer, OutboundKind.Reply, $"reply:{Reply}", typeof(ReplyApproved)),
            new(new OutboundAccepted(Answer, Conversation, Sent)),
            new(new MessageSent(Conversation, Answer, Sent, Morning)),
            new(new MessageRead(Conversation, Answer, Sent, Morning)),
            new(opened),
            new(opened with { Matter = new(Id(22)), Number = "PKR-20261123-002" }),
            new(new TicketOpened(new(Id(23)), Client, Conversation, Intake, "LAP-20261123-001", new("complaint", 1), "baru", null, null, Urgency.Normal, "id")),
        ];
    }

    private static MessageReceived Received(BlindIndex wamid) =>
        new(Conversation, new MessageId(Guid.NewGuid()), wamid, "text", null, 1, Morning, Morning, OpensWindow: true, RepliesTo: null);

    private static Entry[] Asked(OutboundMessageId message, OutboundKind kind, string basis, Type because) =>
    [
        new(new OutboundRequested(
            message, Conversation, Channel, Client, kind, basis, Draft.Content, "text", kind == OutboundKind.Reply ? Maria : null), Because: because),
        new(new OutboundSending(message, Conversation)),
    ];

    private static IReadOnlyList<(Breach Breach, string What)> Read(IReadOnlyList<Entry> log)
    {
        var envelopes = new List<EventEnvelope>();
        foreach (var (@event, actor, because, after) in log)
        {
            var at = envelopes.Count;
            envelopes.Add(new EventEnvelope(
                at + 1, Guid.NewGuid(), new StreamId(Tenant, "any", Id(30)), at + 1, @event.GetType().Name, @event, Morning + after,
                actor ?? Actor.System("test"), null, Id(31), because is null ? null : envelopes.LastOrDefault(earlier => earlier.Event.GetType() == because)?.EventId,
                Client, ReadOnlyMemory<byte>.Empty));
        }

        return Audit.Of(envelopes, [First, Second]);
    }

    private static IEnumerable<Entry> Change<T>(IEnumerable<Entry> log, Func<T, T> change)
        where T : IDomainEvent => log.Select(entry => entry.Event is T @event ? entry with { Event = change(@event) } : entry);

    private static IEnumerable<Entry> Before<T>(IEnumerable<Entry> log, params IDomainEvent[] events) =>
        log.SelectMany(entry => entry.Event is T ? [.. events.Select(@event => new Entry(@event)), entry] : new[] { entry });

    private static IEnumerable<Entry> After<T>(IEnumerable<Entry> log, params IDomainEvent[] events) =>
        log.SelectMany(entry => entry.Event is T ? [entry, .. events.Select(@event => new Entry(@event))] : new[] { entry });

    /// <summary>The reply leaves so much later than everything before it.</summary>
    private static List<Entry> Later(List<Entry> log, TimeSpan time) =>
        [.. log.Select(entry => entry.Event is OutboundSending { Message: var message } && message == Answer ? entry with { After = time } : entry)];

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static BlindIndex Index(char digit) => new(new string(digit, 64));

    private sealed record Entry(IDomainEvent Event, Actor? Actor = null, Type? Because = null, TimeSpan After = default);
}
