using System.Text;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Tests.Outbound;

/// <summary>Files that go with a lawyer's words.</summary>
public sealed class ReplyWithFileTests : IAsyncLifetime
{
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
    public async Task What_was_approved_leaves_with_its_file_and_the_words_under_it()
    {
        await Approve((await Propose(await Attach("Surat Kuasa.pdf", Pdf), "Mohon ditandatangani.")).Value);
        await _office.Settle();

        var sent = _office.Meta.Asked[^1].Body.Should().BeOfType<OutboundBody.Media>().Subject;
        (sent.Kind, sent.FileName, sent.Caption, sent.MetaId).Should().Be((MediaKind.Document, "Surat Kuasa.pdf", "Mohon ditandatangani.", "1"));
        _office.All<OutboundRequested>()[^1].Format.Should().Be("document");
    }

    [Fact]
    public async Task The_approved_hash_is_over_file_name_and_words()
    {
        await Propose(await Attach("a.pdf", Pdf), "Ini berkasnya.");
        await Propose(await Attach("b.pdf", Pdf), "Ini berkasnya.");
        await Propose(await Attach("a.pdf", Pdf + "x"), "Ini berkasnya.");
        await Propose(await Attach("a.pdf", Pdf), "Ini berkas itu.");

        _office.All<ReplyProposed>().Select(proposed => proposed.Text.Sha256).Should().OnlyHaveUniqueItems();
        _office.All<ReplyProposed>().Should().OnlyContain(proposed => proposed.Text.Media != null);
    }

    [Fact]
    public async Task A_file_needs_no_words() => (await Propose(await Attach("a.pdf", Pdf), "")).IsRefused.Should().BeFalse();

    [Fact]
    public async Task A_file_is_what_its_first_bytes_say() =>
        (await TryAttach("Surat.pdf", "MZ this is a program")).Refusal.Should().Be(MediaAssetRefusals.NotTaken);

    [Fact]
    public async Task What_is_larger_than_Meta_takes_is_refused_and_not_kept()
    {
        (await TryAttach("foto.jpg", "\u00FF\u00D8\u00FF" + new string('x', 5 * 1024 * 1024))).Refusal!.Code.Should().Be("media_too_large");
        _office.Files.Count.Should().Be(0);
    }

    [Fact]
    public async Task The_same_request_again_names_the_same_file()
    {
        var cause = Office.NewCause();
        var first = await TryAttach("a.pdf", Pdf, cause);
        (await TryAttach("a.pdf", Pdf, cause)).Value.Id.Should().Be(first.Value.Id);
        _office.All<MediaAnnounced>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_harmful_file_is_destroyed_and_no_reply_takes_it()
    {
        _office.Scanner.Finds = new ScanVerdict.Infected("Win.Test");
        var file = await Attach("a.pdf", Pdf);

        (await Propose(file, "Ini.")).Refusal.Should().Be(MediaAssetRefusals.Infected);
        _office.Files.Count.Should().Be(0);
        _office.All<MediaFoundInfected>().Should().ContainSingle().Which.Signature.Should().Be("Win.Test");
    }

    [Fact]
    public async Task What_nobody_could_look_into_goes_nowhere()
    {
        _office.Scanner.Finds = new ScanVerdict.Unscannable();
        (await Propose(await Attach("a.pdf", Pdf), "Ini.")).Refusal.Should().Be(MediaAssetRefusals.Unscannable);
    }

    [Fact]
    public async Task A_file_of_one_conversation_goes_with_no_reply_of_another()
    {
        var file = await Attach("a.pdf", Pdf);
        var budi = new ClientPhone(_office, "628125550002");
        await budi.Writes("Saya dipecat");

        (await _office.Proposing.Handle(
            new ProposeReply(_office.Lawyer, budi.Conversation, "Ini.", null, Office.NewCause()) { Media = file }, CancellationToken.None))
            .Refusal.Should().Be(MediaAssetRefusals.NotFound);
    }

    [Fact]
    public async Task A_file_that_was_destroyed_after_its_approval_stops_the_message_at_its_gate()
    {
        var file = await Attach("a.pdf", Pdf);
        var reply = (await Propose(file, "Ini.")).Value;
        (await _office.Events.Transact(
            MediaStream.Of(_office.Tenant, file), MediaAsset.Decider, new MediaAssetCommand.Purge(),
            _office.Lawyer.Does(Office.NewCause()), CancellationToken.None)).IsRefused.Should().BeFalse();
        await Approve(reply);
        await _office.Settle();

        var blocked = _office.All<OutboundBlocked>().Should().ContainSingle().Subject;
        (blocked.Gate, blocked.Reason).Should().Be((Gate.Media, "media_purged"));
        _office.Copies.Given.Should().Be(0);
    }

    [Fact]
    public async Task A_closed_gate_keeps_the_file_from_Meta_too()
    {
        var reply = (await Propose(await Attach("a.pdf", Pdf), "Ini.")).Value;
        await _rina.Writes("STOP");
        await Approve(reply, stale: true);
        await _office.Settle();

        _office.All<OutboundBlocked>()[^1].Gate.Should().Be(Gate.Consent);
        _office.Copies.Given.Should().Be(0);
    }

    [Fact]
    public async Task A_gate_that_closes_while_Meta_takes_the_file_stops_the_message()
    {
        var reply = (await Propose(await Attach("a.pdf", Pdf), "Ini.")).Value;
        _office.Copies.BeforeAnswering = async () => (await _office.Events.Transact(
            ConsentStream.Of(_office.Tenant, _rina.Client), Consent.Decider,
            new ConsentCommand.Withdraw(new Domain.Privacy.BlindIndex("aa")), _office.Lawyer.Does(Office.NewCause()), CancellationToken.None))
            .IsRefused.Should().BeFalse();
        await Approve(reply);
        await _office.Settle();

        _office.Copies.Given.Should().Be(1);
        _office.All<OutboundBlocked>()[^1].Gate.Should().Be(Gate.Consent);
        _office.Meta.Asked.Select(asked => asked.Body).OfType<OutboundBody.Media>().Should().BeEmpty();
    }

    [Fact]
    public async Task One_copy_at_Meta_serves_every_message_until_Meta_forgets_it()
    {
        var file = await Attach("a.pdf", Pdf);
        await Approve((await Propose(file, "Ini.")).Value);
        await _office.Settle();
        await Approve((await Propose(file, "Sekali lagi.")).Value);
        await _office.Settle();
        _office.Copies.Given.Should().Be(1);

        await _office.Pass(TimeSpan.FromDays(29));
        await _rina.Writes("Berkasnya hilang");
        await Approve((await Propose(file, "Ketiga kali.")).Value);
        await _office.Settle();

        _office.Copies.Given.Should().Be(2);
        _office.Meta.Asked[^1].Body.Should().BeOfType<OutboundBody.Media>().Which.MetaId.Should().Be("2");
    }

    [Fact]
    public async Task A_copy_that_Meta_does_not_know_any_more_is_given_anew_and_the_message_leaves_once()
    {
        var file = await Attach("a.pdf", Pdf);
        await Approve((await Propose(file, "Ini.")).Value);
        await _office.Settle();

        _office.Meta.AnswersNext(Refused(131009));
        await Approve((await Propose(file, "Sekali lagi.")).Value);
        await _office.Settle();
        await _office.Pass(TimeSpan.FromSeconds(10));

        _office.All<MediaForgottenByMeta>().Should().ContainSingle().Which.MetaId.Should().Be("1");
        _office.Meta.Asked.Select(asked => asked.Body).OfType<OutboundBody.Media>().Select(body => body.MetaId).Should().Equal("1", "1", "2");
        _office.All<OutboundAccepted>().Should().HaveCount(_office.All<OutboundSending>().Count - 1);
    }

    [Fact]
    public async Task A_file_that_Meta_refuses_when_it_is_new_fails_the_message()
    {
        _office.Meta.AnswersNext(Refused(131053));
        await Approve((await Propose(await Attach("a.pdf", Pdf), "Ini.")).Value);
        await _office.Settle();

        _office.All<OutboundFailed>().Should().ContainSingle().Which.Code.Should().Be(131053);
    }

    [Fact]
    public async Task A_copy_that_Meta_did_not_take_is_given_again_later_and_nothing_is_sent_meanwhile()
    {
        _office.Copies.AnswersNext(new MediaUpload.Refused(Refused(131016)));
        await Approve((await Propose(await Attach("a.pdf", Pdf), "Ini.")).Value);
        await _office.Settle();
        _office.Meta.Asked.Select(asked => asked.Body).OfType<OutboundBody.Media>().Should().BeEmpty();

        await _office.Pass(TimeSpan.FromSeconds(10));
        _office.Meta.Asked.Select(asked => asked.Body).OfType<OutboundBody.Media>().Should().ContainSingle();
        _office.Copies.Given.Should().Be(2);
    }

    [Fact]
    public async Task Sound_has_no_words_and_a_file_no_choices()
    {
        var sound = await Attach("suara.ogg", "OggS\0\0\0\0OpusHead");
        (await Propose(sound, "Dengarkan")).Refusal!.Code.Should().Be("sound_with_words");
        (await Propose(sound, "")).IsRefused.Should().BeFalse();
        (await _office.Proposing.Handle(
            new ProposeReply(_office.Lawyer, _rina.Conversation, "Ya?", null, Office.NewCause()) { Media = sound, Choices = new ReplyChoices.Buttons(["Ya"]) },
            CancellationToken.None)).Refusal!.Code.Should().Be("file_with_choices");
    }

    [Fact]
    public async Task A_file_may_not_be_called_what_words_may_not_promise() =>
        (await Approve((await Propose(await Attach("Kami_pasti_menang.pdf", Pdf), "")).Value)).Refusal!.Code.Should().Be("reply_blocked_by_lint");

    private const string Pdf = "%PDF-1.7\nberkas";

    private static SendOutcome.Rejected Refused(int code) => new(code, "a refusal", MetaErrors.Of(code));

    private async Task<MediaAssetId> Attach(string name, string content)
    {
        var attached = await TryAttach(name, content);
        await _office.Settle();
        return attached.Value.Id;
    }

    private async Task<Result<AttachedMedia>> TryAttach(string name, string content, CauseId? cause = null) => await _office.Attaching.Handle(
        new AttachMedia(_office.Lawyer, _rina.Conversation, name, new MemoryStream(Encoding.Latin1.GetBytes(content)), cause ?? Office.NewCause()),
        CancellationToken.None);

    private Task<Result<ReplyId>> Propose(MediaAssetId file, string text) => _office.Proposing.Handle(
        new ProposeReply(_office.Lawyer, _rina.Conversation, text, null, Office.NewCause()) { Media = file }, CancellationToken.None);

    private Task<Result<Nothing>> Approve(ReplyId reply, bool stale = false) =>
        _office.Approving.Handle(new ApproveReply(_office.Lawyer, reply, null, stale, Office.NewCause()), CancellationToken.None);
}
