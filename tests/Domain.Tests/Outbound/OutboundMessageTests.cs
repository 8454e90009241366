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
    private static readonly StaffId Maria = new(new Guid(5, 0, 0, new byte[8]));
    private static readonly BlindIndex Wamid = new("aa");
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly OutboundRequested Script = Requested(OutboundKind.Script);
    private static readonly OutboundSending Sending = new(Id, Conversation);
    private static readonly SendFacts AllOpen = new(MayMessage: true, TakenOver: false, ServiceWindow.After(Noon), Noon.AddHours(1));

    [Fact]
    public void With_every_gate_open_it_is_sent() => Given(OutboundMessage.Decider, Script).When(Send(AllOpen)).Then(Sending);

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

    [Fact]
    public void A_refusal_that_comes_as_a_status_fails_what_was_taken() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundAccepted(Id, Conversation, Wamid))
            .When(new OutboundMessageCommand.Fail(131026)).Then(new OutboundFailed(Id, Conversation, 131026));

    [Fact]
    public void An_answer_that_comes_after_the_status_of_its_failure_changes_nothing() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundFailed(Id, Conversation, 131026))
            .When(new OutboundMessageCommand.Accept(Wamid)).ThenNothing();

    [Fact]
    public void What_failed_is_sent_again_by_a_person_and_asks_the_gates_anew() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundFailed(Id, Conversation, 131026), new OutboundRetried(Id, Conversation, Maria))
            .When(Send(AllOpen with { MayMessage = false })).Then(new OutboundBlocked(Id, Conversation, Gate.Consent));

    [Fact]
    public void A_status_of_the_first_attempt_makes_the_second_needless() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundUnanswered(Id, Conversation), new OutboundRetried(Id, Conversation, Maria))
            .When(new OutboundMessageCommand.Accept(Wamid)).Then(new OutboundAccepted(Id, Conversation, Wamid));

    [Fact]
    public void What_has_arrived_is_not_sent_again() =>
        Given(OutboundMessage.Decider, Script, Sending, new OutboundAccepted(Id, Conversation, Wamid))
            .When(new OutboundMessageCommand.Retry(Maria)).ThenRefused(OutboundMessageRefusals.NothingToRetry);

    [Fact]
    public void What_waits_can_be_called_back() =>
        Given(OutboundMessage.Decider, Script, new OutboundScheduled(Id, Conversation, Noon.AddDays(1), null))
            .When(new OutboundMessageCommand.Cancel(Maria)).Then(new OutboundCancelled(Id, Conversation, Maria));

    [Fact]
    public void What_is_leaving_cannot_be_called_back() =>
        Given(OutboundMessage.Decider, Script, Sending).When(new OutboundMessageCommand.Cancel(Maria)).ThenRefused(OutboundMessageRefusals.TooLateToCancel);

    [Fact]
    public void What_was_called_back_stays_so() =>
        Given(OutboundMessage.Decider, Script, new OutboundCancelled(Id, Conversation, Maria))
            .When(Send(AllOpen)).ThenRefused(OutboundMessageRefusals.AlreadyOnItsWay);

    [Fact]
    public void Before_its_time_nothing_is_decided() =>
        Given(OutboundMessage.Decider, Script, new OutboundScheduled(Id, Conversation, Noon.AddHours(2), null)).When(Send(AllOpen)).ThenNothing();

    [Fact]
    public void The_window_that_closed_while_it_waited_lets_it_expire() =>
        Given(OutboundMessage.Decider, Script, new OutboundScheduled(Id, Conversation, Noon.AddHours(30), null))
            .When(Send(AllOpen with { Now = Noon.AddHours(30) })).Then(new OutboundExpired(Id, Conversation));

    private static OutboundMessageCommand.Send Send(SendFacts facts) => new(facts);

    private static OutboundRequested Requested(OutboundKind kind) =>
        new(Id, Conversation, Channel, Client, kind, "definition:triage@1/nama", Content, "text", ApprovedBy: null);
}
