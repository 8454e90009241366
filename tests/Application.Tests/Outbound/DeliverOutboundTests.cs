using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tests.Offices;
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
    [InlineData(RejectionClass.Transient)]
    [InlineData(RejectionClass.Wait)]
    public async Task Asked_to_wait_it_is_deferred_thrown_back_to_the_bus_and_leaves_at_the_next_attempt(RejectionClass rejection)
    {
        await Request();
        _office.Meta.AnswersNext(new SendOutcome.Rejected(130429, null, rejection));

        await FluentActions.Awaiting(Deliver).Should().ThrowAsync<SendDeferredException>();
        await Deliver();

        Of<OutboundDeferred>().Should().ContainSingle().Which.Code.Should().Be(130429);
        Of<OutboundAccepted>().Should().ContainSingle();
    }

    [Theory]
    [InlineData(RejectionClass.Permanent)]
    [InlineData(RejectionClass.Configuration)]
    public async Task Rejected_for_good_it_failed_with_metas_code_and_is_not_tried_again(RejectionClass rejection)
    {
        await Request();
        _office.Meta.AnswersNext(new SendOutcome.Rejected(131026, null, rejection));
        await Deliver();
        await Deliver();

        Of<OutboundFailed>().Should().ContainSingle().Which.Code.Should().Be(131026);
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
