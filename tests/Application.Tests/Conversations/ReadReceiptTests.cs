using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;

namespace Lawyers.Hub.Application.Tests.Conversations;

/// <summary>When a client sees that the firm has read them, and that somebody writes.</summary>
public sealed class ReadReceiptTests : IAsyncLifetime
{
    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_the_script_takes_is_read_and_an_answer_is_being_written()
    {
        await _rina.Writes("Selamat siang");
        var first = Last(typing: true);
        await _rina.Agrees();
        await _rina.Writes("Halo?");

        _office.Receipts.All.Should().HaveCount(3).And.OnlyContain(receipt => receipt.Typing && receipt.Channel == _office.Channel);
        first.Should().NotBe(Last(typing: true));
    }

    [Fact]
    public async Task Whom_the_script_does_not_answer_sees_nothing_until_somebody_reads_it()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Agrees();
        (await Hold()).Should().BeTrue();
        await _office.Settle();
        var before = _office.Receipts.All.Count;

        await _rina.Writes("Ada orang?");
        _office.Receipts.All.Should().HaveCount(before);
        (await new HoldConversationHandler(_office.Events)
            .Handle(new MarkConversationSeen(_office.Lawyer, _rina.Conversation, Office.NewCause()), default)).IsRefused.Should().BeFalse();
        await _office.Settle();

        _office.Receipts.All.Should().HaveCount(before + 1);
        Last(typing: false).Should().Be(_office.All<MessageReceived>()[^1].Wamid);
    }

    [Fact]
    public async Task Who_refused_sees_nothing_more()
    {
        await _rina.Writes("Selamat siang");
        await _rina.Declines();
        var before = _office.Receipts.All.Count;

        await _rina.Writes("Halo?");

        _office.Receipts.All.Should().HaveCount(before);
    }

    [Fact]
    public async Task A_lawyer_who_writes_is_seen_writing_within_the_window_and_not_before_consent()
    {
        await _rina.Writes("Selamat siang");
        (await Types()).Should().BeFalse();
        await _rina.Agrees();
        (await Types()).Should().BeTrue();
        await _office.Pass(TimeSpan.FromHours(25));
        (await Types()).Should().BeFalse();
    }

    private Domain.Privacy.BlindIndex Last(bool typing) => _office.Receipts.All.Last(receipt => receipt.Typing == typing).Wamid;

    private async Task<bool> Types()
    {
        var before = _office.Receipts.All.Count;
        (await new ShowTypingHandler(_office.Events, _office.Views, _office.Receipts, _office.Clock)
            .Handle(new ShowTyping(_office.Lawyer, _rina.Conversation), default)).IsRefused.Should().BeFalse();
        return _office.Receipts.All.Count > before;
    }

    private async Task<bool> Hold() => !(await new HoldConversationHandler(_office.Events)
        .Handle(new TakeOverConversation(_office.Lawyer, _rina.Conversation, Office.NewCause()), default)).IsRefused;
}
