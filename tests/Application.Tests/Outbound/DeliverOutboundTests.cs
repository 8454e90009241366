using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Outbound;

public sealed class DeliverOutboundTests : IAsyncLifetime
{
    private static readonly OutboundMessageId Message = new(Guid.Parse("99999999-0000-0000-0000-000000000001"));

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_requested_message_is_asked_of_meta_once_its_sending_is_on_record()
    {
        await Request();
        var recorded = 0;
        _office.Meta.BeforeAnswering = _ =>
        {
            recorded = Of<OutboundSending>().Count;
            return Task.CompletedTask;
        };

        await Deliver();

        recorded.Should().Be(1);
        Of<OutboundAccepted>().Should().ContainSingle();
        _office.All<MessageSent>().Should().ContainSingle(sent => sent.Message == Message);
    }

    [Fact]
    public async Task What_the_client_writes_while_Meta_is_asked_keeps_the_answer_from_no_record()
    {
        await Request();
        _office.Meta.BeforeAnswering = _ =>
        {
            _office.Meta.BeforeAnswering = _ => Task.CompletedTask;
            return _rina.Writes("Halo?"); // so the conversation is not what it was when the gates were asked
        };

        await Deliver();

        Of<OutboundAccepted>().Should().ContainSingle();
        _office.All<MessageSent>().Should().ContainSingle(sent => sent.Message == Message);
    }

    [Fact]
    public async Task A_message_handed_over_twice_leaves_once()
    {
        await Request();
        await Deliver();
        await Deliver();

        Asked().Should().Be(1);
    }

    [Fact]
    public async Task Found_in_the_middle_of_sending_it_is_left_unanswered_and_not_sent_again()
    {
        await Request();
        await Record(new OutboundMessageCommand.Send(new SendFacts(true, false, ServiceWindow.After(_office.Clock.Now), _office.Clock.Now)));

        await Deliver();
        await Deliver();

        Of<OutboundUnanswered>().Should().ContainSingle();
        Asked().Should().Be(0);
    }

    [Fact]
    public async Task Without_an_answer_it_is_not_sent_again()
    {
        await Request();
        _office.Meta.AnswersNext(new SendOutcome.Unanswered("timeout"));
        await Deliver();
        await Deliver();

        Of<OutboundUnanswered>().Should().ContainSingle();
        Asked().Should().Be(1);
    }

    [Theory]
    [InlineData(130429, 2)]
    [InlineData(131056, 1)]
    [InlineData(80007, 60)]
    [InlineData(190, 2)] // the channel's own trouble: it waits until somebody has mended it
    public async Task Asked_to_wait_it_is_deferred_handed_back_to_its_lane_and_leaves_at_the_next_attempt(int code, int seconds)
    {
        await Request();
        _office.Meta.AnswersNext(Refused(code));

        (await FluentActions.Awaiting(Deliver).Should().ThrowAsync<NotYetException>()).Which.Pause.Should().Be(TimeSpan.FromSeconds(seconds));
        await Deliver();

        Of<OutboundDeferred>().Should().ContainSingle().Which.Code.Should().Be(code);
        Of<OutboundAccepted>().Should().ContainSingle();
    }

    [Fact]
    public async Task Meta_s_own_word_for_how_long_to_wait_counts_where_it_is_longer()
    {
        await Request();
        _office.Meta.AnswersNext(Refused(130429) with { RetryAfter = TimeSpan.FromSeconds(40) });

        (await FluentActions.Awaiting(Deliver).Should().ThrowAsync<NotYetException>()).Which.Pause.Should().Be(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task One_person_too_often_waits_four_to_the_power_of_the_attempts()
    {
        await Request();
        _office.Meta.AnswersNext(Refused(131056), Refused(131056), Refused(131056));

        var pauses = new List<double>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            pauses.Add((await FluentActions.Awaiting(Deliver).Should().ThrowAsync<NotYetException>()).Which.Pause.TotalSeconds);
        }

        pauses.Should().Equal(1, 4, 16);
    }

    [Fact]
    public async Task What_Meta_s_table_tries_three_times_fails_at_the_third()
    {
        await Request();
        _office.Meta.AnswersNext(Refused(131000), Refused(131000), Refused(131000));

        await FluentActions.Awaiting(Deliver).Should().ThrowAsync<NotYetException>();
        await FluentActions.Awaiting(Deliver).Should().ThrowAsync<NotYetException>();
        await Deliver();

        Of<OutboundFailed>().Should().ContainSingle().Which.Code.Should().Be(131000);
    }

    [Fact]
    public async Task While_the_channel_is_closed_it_waits_in_its_lane_and_the_gate_is_on_record_once()
    {
        await Request();
        _office.Meta.Holds = _ => new SendHold(Gate.Channel, _office.Clock.Now.AddSeconds(30));

        await FluentActions.Awaiting(Deliver).Should().ThrowAsync<NotYetException>();
        await FluentActions.Awaiting(Deliver).Should().ThrowAsync<NotYetException>();
        _office.Meta.Holds = _ => null;
        await Deliver();

        Of<OutboundHeld>().Should().ContainSingle().Which.Gate.Should().Be(Gate.Channel);
        Of<OutboundAccepted>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_window_that_closed_while_it_waited_lets_it_expire()
    {
        await Request();
        _office.Meta.AnswersNext(Refused(131016));
        await FluentActions.Awaiting(Deliver).Should().ThrowAsync<NotYetException>();
        _office.Clock.Now += ServiceWindow.Length;

        await Deliver();

        Of<OutboundExpired>().Should().ContainSingle();
        Asked().Should().Be(1);
    }

    [Fact]
    public async Task At_night_it_waits_for_the_morning_and_leaves_then()
    {
        await Calm();
        _office.Clock.Now += TimeSpan.FromHours(11); // nine in the evening; the client wrote at ten in the morning
        await Request();
        await Deliver();
        Asked().Should().Be(0);
        Of<OutboundScheduled>().Should().ContainSingle().Which.Should().Match<OutboundScheduled>(
            waits => waits.Gate == Gate.QuietHours && waits.Until == new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

        await _office.Pass(TimeSpan.FromHours(10));

        Asked().Should().Be(1);
        Of<OutboundAccepted>().Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_critical_leaves_at_night()
    {
        _office.Clock.Now += TimeSpan.FromHours(11);
        await Request();
        await Deliver();

        Asked().Should().Be(1);
    }

    [Fact]
    public async Task A_client_who_writes_at_night_is_answered_at_night()
    {
        await Calm();
        _office.Clock.Now += TimeSpan.FromHours(11);
        await _rina.Writes("Kakak saya masih di kantor polisi");
        await Request();
        await Deliver();

        Asked().Should().Be(1);
    }

    [Fact]
    public async Task An_hour_s_wait_that_Meta_asks_for_is_not_the_lane_s()
    {
        await Request();
        _office.Meta.AnswersNext(Refused(131048));
        await Deliver();
        Asked().Should().Be(1);

        await _office.Pass(TimeSpan.FromHours(1));

        Asked().Should().Be(2);
        Of<OutboundAccepted>().Should().ContainSingle();
    }

    [Theory]
    [InlineData(131026)]
    [InlineData(131030)]
    public async Task Rejected_for_good_it_failed_with_metas_code_and_is_not_tried_again(int code)
    {
        await Request();
        _office.Meta.AnswersNext(Refused(code));
        await Deliver();
        await Deliver();

        Of<OutboundFailed>().Should().ContainSingle().Which.Code.Should().Be(code);
        Asked().Should().Be(1);
    }

    [Fact]
    public async Task After_a_withdrawal_the_gate_of_consent_is_closed()
    {
        await _rina.Writes("BERHENTI");
        await Request();

        await Deliver();

        Of<OutboundBlocked>().Should().ContainSingle().Which.Gate.Should().Be(Gate.Consent);
        Asked().Should().Be(0);
    }

    [Fact]
    public async Task A_script_does_not_speak_into_a_conversation_that_a_person_holds()
    {
        await new HoldConversationHandler(_office.Events).Handle(
            new TakeOverConversation(_office.Lawyer, _rina.Conversation, Office.NewCause()), CancellationToken.None);
        await Request();

        await Deliver();

        Of<OutboundBlocked>().Should().ContainSingle().Which.Gate.Should().Be(Gate.Takeover);
    }

    [Fact]
    public async Task A_day_after_the_clients_last_message_the_window_is_closed()
    {
        await Request();
        _office.Clock.Now += ServiceWindow.Length;

        await Deliver();

        Of<OutboundBlocked>().Should().ContainSingle().Which.Gate.Should().Be(Gate.Window);
    }

    [Fact]
    public async Task A_message_whose_words_are_gone_goes_to_the_dead_letters()
    {
        await Request();
        _office.Contents.Purge(_office.Tenant, Of<OutboundRequested>().Single().Content);

        await FluentActions.Awaiting(Deliver).Should().ThrowAsync<UnprocessableException>();
        Of<OutboundSending>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_message_that_nobody_requested_goes_to_the_dead_letters() =>
        await FluentActions.Awaiting(Deliver).Should().ThrowAsync<UnprocessableException>();

    /// <summary>Another client, with whom nothing is urgent.</summary>
    private async Task Calm()
    {
        _office.Assist.Urgency = MessageUrgency.Normal;
        _rina = new ClientPhone(_office, "628125550002");
        await _rina.Writes("Saya ingin bertanya soal tanah");
        await _rina.Agrees();
    }

    private static SendOutcome.Rejected Refused(int code) => new(code, null, MetaErrors.Of(code));

    private async Task Request()
    {
        var body = OutboundBody.OfText("Pertanyaan berikutnya").Value;
        var script = PublishedScript.OfDefinition("criminal", 1, "peran", body);
        var content = new ContentRef(_rina.Client, Message.Value);
        await _office.Contents.Seal(_office.Tenant, content, OutboundContent.Write(body), destroyAt: null, CancellationToken.None);
        await Record(new OutboundMessageCommand.RequestScript(Message, _rina.Conversation, _office.Channel, _rina.Client, script, content));
    }

    private async Task Record(OutboundMessageCommand command) => (await _office.Events.Transact(
        OutboundMessageStream.Of(_office.Tenant, Message), OutboundMessage.Decider, command,
        new Provenance(Actor.System("test"), Office.NewCause(), _rina.Conversation.Value), CancellationToken.None)).OrThrow();

    private Task Deliver() => _office.Deliver.Handle(_office.OnBus(Topics.OutgoingMessage, new OutgoingMessage(Message.Value)), CancellationToken.None);

    private int Asked() => _office.Meta.Asked.Count(asked => asked.Message == Message);

    private IReadOnlyList<T> Of<T>()
        where T : OutboundMessageEvent => [.. _office.All<T>().Where(@event => @event.Message == Message)];
}
