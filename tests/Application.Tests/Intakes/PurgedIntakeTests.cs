using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tests.Intakes;

/// <summary>What is destroyed thirty days after an intake came to nothing, and what is not.</summary>
public sealed class PurgedIntakeTests : IAsyncLifetime
{
    private static readonly string[] Complaint = ["Sampah", "Jl. Melati No. 15, Kota Bandung", "Sampah menumpuk di depan sekolah.", "tidak", "LEWATI"];

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        await _office.Install("complaint-id");
        _rina = new ClientPhone(_office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task With_the_clients_words_go_those_that_staff_wrote_to_the_client_and_about_the_client()
    {
        await Begin("Kakak saya ditahan polisi");
        await _office.Note(_rina.Conversation, "Keluarga tiba pukul tiga.");
        await Reply("Kami pelajari dahulu.", "Kami pelajari dulu berkasnya.");
        await _rina.Writes("BATAL");
        await Reply("Terima kasih, semoga lancar.");
        await Propose("Ini tidak pernah dikirim.");
        _office.Contents.Count.Should().BeGreaterThan(10);

        await _office.Pass(TimeSpan.FromDays(29));
        _office.Contents.Count.Should().BeGreaterThan(10);
        await _office.Pass(TimeSpan.FromDays(1));

        _office.All<IntakePurged>().Should().ContainSingle();
        _office.Contents.Count.Should().Be(0);
        _office.All<ReplyApproved>().Should().HaveCount(2, "the skeleton of events stays");
    }

    [Fact]
    public async Task The_words_of_the_next_intake_are_not_its_own()
    {
        await Begin("Kakak saya ditahan polisi");
        await _rina.Writes("BATAL");
        await _office.Pass(TimeSpan.FromDays(29));
        var before = _office.All<MessageReceived>().Count;
        await _rina.Writes("Selamat siang, ada hal lain");
        await _rina.Writes("Tidak mendesak");

        await _office.Pass(TimeSpan.FromDays(1));

        var purged = _office.All<IntakePurged>().Should().ContainSingle().Subject.Intake;
        purged.Should().Be(_office.All<IntakeStarted>()[0].Intake);
        (await StillThere()).Should().Equal(Enumerable.Range(0, before + 2).Select(n => n >= before));
    }

    [Fact]
    public async Task What_lies_around_it_belongs_to_a_complaint_of_the_same_conversation()
    {
        await Begin("Lapor!");
        foreach (var answer in Complaint)
        {
            await _rina.Writes(answer);
        }

        await _rina.Writes("Terima kasih, kapan diangkut?");
        await Reply("Petugas datang hari Senin.");
        var before = _office.All<MessageReceived>().Count;
        await _rina.Writes("Hukum");
        await _rina.Writes("Ada yang ditahan");
        await _rina.Writes("BATAL");
        var own = _office.All<MessageReceived>().Count;
        await _rina.Writes("Sampahnya belum diangkut.");

        await _office.Pass(TimeSpan.FromDays(30));

        _office.All<TicketOpened>().Should().ContainSingle();
        _office.All<IntakePurged>().Should().ContainSingle();
        (await StillThere()).Should().Equal(Enumerable.Range(0, own + 1).Select(n => n < before || n >= own));
        var reply = _office.All<ReplyApproved>().Single().Text;
        (await _office.Drafts.Open(_office.Tenant, reply, CancellationToken.None)).Should().Be("Petugas datang hari Senin.");
    }

    [Fact]
    public async Task A_file_that_went_with_a_reply_goes_with_its_words_and_the_log_says_so()
    {
        await Begin("Kakak saya ditahan polisi");
        var attached = await _office.Attaching.Handle(
            new AttachMedia(_office.Lawyer, _rina.Conversation, "Surat Kuasa.pdf", new MemoryStream("%PDF-1.7\n"u8.ToArray()), Office.NewCause()), CancellationToken.None);
        await _office.Settle();
        await _rina.Writes("BATAL");

        await _office.Pass(TimeSpan.FromDays(29));
        _office.All<MediaPurged>().Should().BeEmpty();
        await _office.Pass(TimeSpan.FromDays(1));

        _office.All<MediaPurged>().Should().ContainSingle().Which.Asset.Should().Be(attached.Value.Id);
    }

    private async Task Begin(string words)
    {
        await _rina.Writes(words);
        await _rina.Agrees();
    }

    /// <summary>Of each message of the client, in order.</summary>
    private async Task<IReadOnlyList<bool>> StillThere()
    {
        var found = new List<bool>();
        foreach (var message in _office.All<MessageReceived>())
        {
            found.Add((await _office.Contents.Open(_office.Tenant, message.Content!.Value, CancellationToken.None)).HasValue);
        }

        return found;
    }

    private async Task<ReplyId> Propose(string text)
    {
        var proposed = await _office.Proposing.Handle(
            new ProposeReply(_office.Lawyer, _rina.Conversation, text, null, Office.NewCause()), CancellationToken.None);
        proposed.Refusal.Should().BeNull();
        return proposed.Value;
    }

    private async Task Reply(string text, string? edited = null)
    {
        var approved = await _office.Approving.Handle(
            new ApproveReply(_office.Lawyer, await Propose(text), edited, AcknowledgeStale: false, Office.NewCause()), CancellationToken.None);
        approved.Refusal.Should().BeNull();
        await _office.Settle();
    }
}
