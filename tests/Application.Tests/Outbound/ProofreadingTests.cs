using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Tests.Outbound;

/// <summary>What a proposal's words are checked against, and what stands in the log of it.</summary>
public sealed class ProofreadingTests : IAsyncLifetime
{
    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
        await _rina.Writes("Selamat siang");
        await _rina.Agrees();
        await _office.Names.Keep(_office.Tenant, new DataSubjectId(Guid.NewGuid()), new IntakeId(Guid.NewGuid()), PartyName.Of("Budi Santoso, S.E."), default);
        await _office.Names.Keep(_office.Tenant, _rina.Client, new IntakeId(Guid.NewGuid()), PartyName.Of("Rina Wulandari"), default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Another_clients_name_warns_and_stands_in_the_log_without_the_name()
    {
        var reply = await Propose("Ibu Rina Wulandari, perkaranya mirip dengan perkara BUDI  SANTOSO.");

        _office.All<ReplyLinted>().Should().ContainSingle().Which.Findings.Should().Equal(new LintRecord("other_client", LintSeverity.Warn));
        (await Approve(reply)).Refusal.Should().BeNull();
        _office.All<ReplyApproved>().Should().ContainSingle().Which.Findings.Should().Equal("other_client");
    }

    [Fact]
    public async Task Two_clients_of_one_name_may_be_called_by_it()
    {
        await _office.Names.Keep(_office.Tenant, new DataSubjectId(Guid.NewGuid()), new IntakeId(Guid.NewGuid()), PartyName.Of("Rina Wulandari"), default);

        await Propose("Selamat siang, Ibu Rina Wulandari.");

        _office.All<ReplyLinted>().Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_firm_has_made_blocking_blocks_until_the_words_are_others()
    {
        (await new SetReplyLintHandler(_office.Events).Handle(
            new SetReplyLint(_office.Lawyer, [.. LintSettings.Usual.Rules.Select(rule => rule with { Severity = LintSeverity.Block })], Office.NewCause()), default))
            .IsRefused.Should().BeFalse();
        var reply = await Propose("Perkaranya mirip dengan perkara Budi Santoso.");

        (await Approve(reply)).Refusal!.Code.Should().Be("reply_blocked_by_lint");
        (await Approve(reply, "Perkaranya mirip dengan satu perkara lain.")).Refusal.Should().BeNull();
        _office.All<ReplyApproved>().Should().ContainSingle().Which.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wallet_that_is_not_on_file_blocks_until_it_is()
    {
        var reply = await Propose("Silakan bayar lewat GoPay 081234567890.");
        (await Approve(reply)).Refusal!.Code.Should().Be("reply_blocked_by_lint");

        (await new SetReplyLintHandler(_office.Events).Handle(
            new SetBankAccounts(_office.Lawyer, [new BankAccount("GoPay", "0812-3456-7890", "Kantor Hukum Contoh")], Office.NewCause()), default))
            .IsRefused.Should().BeFalse();

        (await Approve(reply)).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task English_words_to_a_client_who_is_served_in_Indonesian_warn_and_a_short_word_does_not()
    {
        await Propose("Good morning, please come to our office on Monday.");
        await Propose("Good luck!");

        _office.All<ReplyLinted>().Should().ContainSingle().Which.Findings.Should().Equal(new LintRecord("wrong_language", LintSeverity.Warn));
    }

    [Fact]
    public async Task The_name_that_a_client_gives_is_indexed_and_forgotten_with_the_interview()
    {
        var index = new IndexClientNames(_office.Names);
        var other = new DataSubjectId(Guid.NewGuid());
        await _rina.Presses("criminal", "Pidana");
        var started = _office.All<IntakeStarted>()[^1];
        var purged = _office.Events.All[^1] with { Event = new IntakePurged(started.Intake, started.Client, started.Conversation) };
        await _office.Names.Keep(_office.Tenant, _rina.Client, started.Intake, PartyName.Of("Dewi Kartika"), default);
        (await _office.Names.OfOthers(_office.Tenant, other, [PartyName.Of("dewi kartika")], default)).Should().ContainSingle();

        await index.Handle(purged, default);

        (await _office.Names.OfOthers(_office.Tenant, other, [PartyName.Of("dewi kartika")], default)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_reply_that_quotes_a_message_carries_it_to_the_phone_and_the_timeline()
    {
        var asked = (await _office.Timeline(_rina.Conversation)).Items.Last(message => message.Author == Application.Conversations.MessageAuthor.Client);
        var proposed = await _office.Proposing.Handle(
            new ProposeReply(_office.Lawyer, _rina.Conversation, "Tentang pertanyaan ini.", null, Office.NewCause()) { Quotes = asked.Id }, default);
        (await Approve(proposed.Value)).Refusal.Should().BeNull();
        await _office.Settle();

        _office.Meta.Quoted[^1].Should().Be(_rina.LastWamid);
        (await _office.Timeline(_rina.Conversation)).Items[^1].ReplyTo.Should().Be(asked.Id);
    }

    [Fact]
    public async Task A_message_of_another_conversation_is_not_quoted()
    {
        var (dewi, rinas) = (new ClientPhone(_office, "628125550009"), _rina.Conversation);
        await dewi.Writes("Halo");
        var theirs = (await _office.Timeline(dewi.Conversation)).Items[0].Id;

        (await _office.Proposing.Handle(new ProposeReply(_office.Lawyer, rinas, "Tentang ini.", null, Office.NewCause()) { Quotes = theirs }, default))
            .Refusal.Should().Be(ReplyRefusals.QuotedUnknown);
        (await _office.Proposing.Handle(new ProposeReply(_office.Lawyer, rinas, "Tentang ini.", null, Office.NewCause()) { Quotes = Guid.NewGuid() }, default))
            .Refusal.Should().Be(ReplyRefusals.QuotedUnknown);
    }

    private async Task<ReplyId> Propose(string text)
    {
        var proposed = (await _office.Proposing.Handle(new ProposeReply(_office.Lawyer, _rina.Conversation, text, null, Office.NewCause()), default)).Value;
        await _office.Settle();
        return proposed;
    }

    private Task<Domain.Outcomes.Result<Domain.Outcomes.Nothing>> Approve(ReplyId reply, string? text = null) =>
        _office.Approving.Handle(new ApproveReply(_office.Lawyer, reply, text, AcknowledgeStale: false, Office.NewCause()), default);
}
