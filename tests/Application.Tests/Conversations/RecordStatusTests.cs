using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Application.Tests.Conversations;

public sealed class RecordStatusTests : IAsyncLifetime
{
    private static readonly WhatsAppIdentity Rina = new("628125550001", null);

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_status_that_overtakes_the_sends_answer_is_known_by_its_callback_data()
    {
        _office.Meta.BeforeAnswering = message => Says("delivered", PhoneOfMeta.WamidOf(message), callback: message.ToString());
        await _rina.Writes("Selamat siang");

        var question = _office.Meta.Asked.Single().Message;
        _office.All<MessageSent>().Should().ContainSingle().Which.Message.Should().Be(question);
        _office.All<MessageDelivered>().Should().ContainSingle().Which.Message.Should().Be(question);
        _office.All<OutboundAccepted>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_status_settles_the_send_that_meta_never_answered()
    {
        _office.Meta.AnswersNext(new SendOutcome.Unanswered("timeout"));
        await _rina.Writes("Selamat siang");
        var question = _office.Meta.Asked.Single().Message;
        _office.All<OutboundUnanswered>().Should().ContainSingle();

        await Says("sent", "wamid.LATE", callback: question.ToString());
        await _office.Settle();

        _office.All<OutboundAccepted>().Should().ContainSingle().Which.Message.Should().Be(question);
        _office.Meta.Asked.Should().ContainSingle("it is never sent a second time");
    }

    [Fact]
    public async Task A_status_without_callback_data_is_matched_by_recipient_and_wamid()
    {
        await _rina.Writes("Selamat siang");
        var question = _office.Meta.Asked.Single().Message;

        await Says("read", PhoneOfMeta.WamidOf(question));

        _office.All<MessageRead>().Should().ContainSingle().Which.Message.Should().Be(question);
    }

    [Fact]
    public async Task A_status_of_a_message_that_nobody_here_sent_is_kept_as_unmatched()
    {
        await _rina.Writes("Selamat siang");

        await Says("delivered", "wamid.OTHER");

        _office.All<MessageStatusUnmatched>().Should().ContainSingle();
        _office.All<MessageDelivered>().Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_status_again_changes_nothing()
    {
        await _rina.Writes("Selamat siang");
        var wamid = PhoneOfMeta.WamidOf(_office.Meta.Asked.Single().Message);
        await Says("delivered", wamid);
        await Says("delivered", wamid);

        _office.All<MessageDelivered>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_failed_status_keeps_metas_code()
    {
        await _rina.Writes("Selamat siang");

        await Says("failed", PhoneOfMeta.WamidOf(_office.Meta.Asked.Single().Message), errors: [new IncomingError(131026, "Undeliverable", null)]);

        _office.All<MessageFailed>().Should().ContainSingle().Which.Code.Should().Be(131026);
    }

    [Fact]
    public async Task Words_that_say_nothing_about_delivery_are_passed_over()
    {
        await _rina.Writes("Selamat siang");
        var before = _office.Events.All.Count;

        await Says("warning", PhoneOfMeta.WamidOf(_office.Meta.Asked.Single().Message));

        _office.Events.All.Should().HaveCount(before);
    }

    [Fact]
    public async Task A_status_that_names_nobody_goes_to_the_dead_letters()
    {
        var naming = () => _office.Status.Handle(
            _office.OnBus(Topics.StatusUpdate, new IncomingStatus(_office.Channel, null, "wamid.X", "sent", _office.Clock.Now, [], null)), CancellationToken.None);

        await naming.Should().ThrowAsync<UnprocessableException>();
    }

    private Task Says(string status, string wamid, string? callback = null, IReadOnlyList<IncomingError>? errors = null) => _office.Status.Handle(
        _office.OnBus(Topics.StatusUpdate, new IncomingStatus(_office.Channel, callback is null ? Rina : null, wamid, status, _office.Clock.Now, errors ?? [], callback)),
        CancellationToken.None);
}
