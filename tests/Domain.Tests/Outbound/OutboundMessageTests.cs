using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Outbound;

public sealed class OutboundMessageTests
{
    private static readonly OutboundMessageId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly ConversationId Conversation = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly ChannelId Channel = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly DataSubjectId Client = new(new Guid(4, 0, 0, new byte[8]));
    private static readonly ContentRef Content = new(Client, Guid.Empty);
    private static readonly BlindIndex Wamid = new("aa");
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly OutboundRequested Script = Requested(OutboundKind.Script);
    private static readonly OutboundSending Sending = new(Id, Conversation);
    private static readonly SendFacts AllOpen = new(MayMessage: true, TakenOver: false, ServiceWindow.After(Noon), Noon.AddHours(1));

    [Fact]
    public void With_every_gate_open_it_is_sent() => Given(OutboundMessage.Decider, Script).When(Send(AllOpen)).Then(Sending);

    [Theory]
    [InlineData(OutboundKind.Script, false, false, 1, Gate.Consent)]
    [InlineData(OutboundKind.Script, false, true, 30, Gate.Consent)]
    [InlineData(OutboundKind.Script, true, true, 30, Gate.Takeover)]
    [InlineData(OutboundKind.Script, true, false, 30, Gate.Window)]
    [InlineData(OutboundKind.Reply, false, false, 1, Gate.Consent)]
    [InlineData(OutboundKind.Reply, true, false, 30, Gate.Window)]
    [InlineData(OutboundKind.ConsentDialogue, false, false, 30, Gate.Window)]
    public void The_first_closed_gate_stops_it_and_is_named(OutboundKind kind, bool mayMessage, bool takenOver, int hours, Gate gate) =>
        Given(OutboundMessage.Decider, Requested(kind))
            .When(Send(new SendFacts(mayMessage, takenOver, ServiceWindow.After(Noon), Noon.AddHours(hours))))
            .Then(new OutboundBlocked(Id, Conversation, gate));

    [Fact]
    public void The_consent_question_itself_needs_no_consent() =>
        Given(OutboundMessage.Decider, Requested(OutboundKind.ConsentDialogue)).When(Send(AllOpen with { MayMessage = false })).Then(Sending);

    [Fact]
    public void A_lawyers_reply_goes_out_while_a_person_holds_the_conversation() =>
        Given(OutboundMessage.Decider, Requested(OutboundKind.Reply)).When(Send(AllOpen with { TakenOver = true })).Then(Sending);

    [Fact]
    public void What_is_being_sent_is_never_sent_again() =>
        Given(OutboundMessage.Decider, Script, Sending).When(Send(AllOpen)).ThenRefused(OutboundMessageRefusals.AlreadyOnItsWay);

    [Fact]
    public void An_unanswered_send_waits_and_is_never_sent_again() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundUnanswered(Id, Conversation))
            .When(Send(AllOpen)).ThenRefused(OutboundMessageRefusals.AlreadyOnItsWay);

    [Fact]
    public void A_status_settles_an_unanswered_send() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundUnanswered(Id, Conversation))
            .When(new OutboundMessageCommand.Accept(Wamid)).Then(new OutboundAccepted(Id, Conversation, Wamid));

    [Fact]
    public void An_accepted_message_is_accepted_once() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundAccepted(Id, Conversation, Wamid))
            .When(new OutboundMessageCommand.Accept(Wamid)).ThenNothing();

    [Fact]
    public void What_Meta_asked_to_wait_for_may_be_tried_again() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundDeferred(Id, Conversation, 130429)).When(Send(AllOpen)).Then(Sending);

    [Fact]
    public void A_script_names_the_published_words_it_rests_on()
    {
        var body = OutboundBody.OfText("Siapa nama lengkap Anda?").Value;
        Given(OutboundMessage.Decider)
            .When(new OutboundMessageCommand.RequestScript(
                Id, Conversation, Channel, Client, PublishedScript.OfDefinition("triage", 1, "nama", body), Content))
            .Then(Script);
    }

    [Fact]
    public void The_consent_question_names_its_notice()
    {
        var text = new NoticeText("Pemberitahuan", "Setuju", "Tidak", "Baik.", "Dicabut.");
        var script = PublishedScript.OfNotice(new PrivacyNotice(3, text, text, [Purpose.Intake]), OutboundBody.OfText("Pemberitahuan").Value);
        script.Basis.Should().Be("notice@3");
        script.Kind.Should().Be(OutboundKind.ConsentDialogue);
    }

    [Fact]
    public void Limits_of_the_Cloud_API_hold_before_anything_is_sent()
    {
        OutboundBody.OfText(string.Empty).IsRefused.Should().BeTrue();
        OutboundBody.OfText(new string('a', 4096)).IsRefused.Should().BeFalse();
        OutboundBody.OfText(new string('a', 4097)).IsRefused.Should().BeTrue();
        OutboundBody.OfButtons("x", [new("1", new string('a', 21))]).IsRefused.Should().BeTrue();
        OutboundBody.OfButtons("x", Enumerable.Range(1, 4).Select(at => new ReplyButton($"{at}", $"{at}"))).IsRefused.Should().BeTrue();
        OutboundBody.OfButtons("x", [new("1", "Ya"), new("2", "Ya")]).IsRefused.Should().BeTrue();
        OutboundBody.OfList("x", "Pilih", Enumerable.Range(1, 11).Select(at => new ListRow($"{at}", $"{at}"))).IsRefused.Should().BeTrue();
        OutboundBody.OfList("x", "Pilih", Enumerable.Range(1, 10).Select(at => new ListRow($"{at}", $"{at}"))).IsRefused.Should().BeFalse();
    }

    private static OutboundMessageCommand.Send Send(SendFacts facts) => new(facts);

    private static OutboundRequested Requested(OutboundKind kind) =>
        new(Id, Conversation, Channel, Client, kind, "definition:triage@1/nama", Content, "text", ApprovedBy: null);
}
