using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Media;

public sealed class MediaAssetTests
{
    private static readonly MediaAssetId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly ConversationId Conversation = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly DataSubjectId Client = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly StaffId Maria = new(new Guid(4, 0, 0, new byte[8]));
    private static readonly ChannelId Channel = new(new Guid(5, 0, 0, new byte[8]));
    private static readonly DateTimeOffset Until = new(2026, 12, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly FileType Pdf = new(MediaKind.Document, "application/pdf", 100);

    private static readonly MediaAssetCommand.Attach Attach = new(Id, Conversation, Client, Maria, "Surat.pdf", Pdf, 10, "aa");
    private static readonly MediaAnnounced Announced = new(Id, Conversation, Client, Maria, Personal.Of(Client, "Surat.pdf"));
    private static readonly MediaFetched Fetched = new(Id, Conversation, new ContentRef(Client, Id.Value), MediaKind.Document, "application/pdf", 10, "aa");
    private static readonly MediaFoundClean Clean = new(Id, Conversation);
    private static readonly MediaPassedOn PassedOn = new(Id, Conversation, Channel, "123", Until);

    [Fact]
    public void A_file_that_staff_gives_is_there_at_once() => Given(MediaAsset.Decider).When(Attach).Then(Announced, Fetched);

    [Fact]
    public void Given_again_it_is_the_same_file() => Given(MediaAsset.Decider, Announced, Fetched, Clean).When(Attach).ThenNothing();

    [Fact]
    public void Another_file_under_the_same_id_is_refused() =>
        Given(MediaAsset.Decider, Announced, Fetched).When(Attach with { Sha256 = "bb" }).ThenRefused(MediaAssetRefusals.OtherFile);

    [Fact]
    public void An_empty_file_and_one_beyond_the_limit_of_its_kind_are_refused()
    {
        Given(MediaAsset.Decider).When(Attach with { Bytes = 0 }).ThenRefused(MediaAssetRefusals.Empty);
        Given(MediaAsset.Decider).When(Attach with { Bytes = 101 }).ThenRefused(MediaAssetRefusals.TooLarge(Pdf));
        Given(MediaAsset.Decider).When(Attach with { Bytes = 100 }).Then(Announced, Fetched with { Bytes = 100 });
    }

    [Fact]
    public void What_the_scanner_says_is_recorded()
    {
        Given(MediaAsset.Decider, Announced, Fetched).When(Judge(new ScanVerdict.Clean())).Then(Clean);
        Given(MediaAsset.Decider, Announced, Fetched).When(Judge(new ScanVerdict.Infected("Test"))).Then(new MediaFoundInfected(Id, Conversation, "Test"));
        Given(MediaAsset.Decider, Announced, Fetched).When(Judge(new ScanVerdict.Unscannable())).Then(new MediaFoundUnscannable(Id, Conversation));
    }

    [Fact]
    public void The_first_verdict_stands() =>
        Given(MediaAsset.Decider, Announced, Fetched, Clean).When(Judge(new ScanVerdict.Infected("Test"))).ThenNothing();

    [Fact]
    public void Only_what_is_clean_has_no_fault()
    {
        FaultAfter(Announced).Should().Be(MediaAssetRefusals.BeingScanned);
        FaultAfter(Announced, Fetched).Should().Be(MediaAssetRefusals.BeingScanned);
        FaultAfter(Announced, Fetched, Clean).Should().BeNull();
        FaultAfter(Announced, Fetched, new MediaFoundInfected(Id, Conversation, "Test")).Should().Be(MediaAssetRefusals.Infected);
        FaultAfter(Announced, Fetched, new MediaFoundUnscannable(Id, Conversation)).Should().Be(MediaAssetRefusals.Unscannable);
        FaultAfter(Announced, Fetched, Clean, new MediaPurged(Id, Conversation)).Should().Be(MediaAssetRefusals.Purged);
        FaultAfter().Should().Be(MediaAssetRefusals.NotFound);
    }

    [Fact]
    public void Only_what_is_clean_is_given_to_Meta()
    {
        var passOn = new MediaAssetCommand.PassOn(Channel, "123", Until);
        Given(MediaAsset.Decider, Announced, Fetched, Clean).When(passOn).Then(PassedOn);
        Given(MediaAsset.Decider, Announced, Fetched).When(passOn).ThenRefused(MediaAssetRefusals.BeingScanned);
        Given(MediaAsset.Decider, Announced, Fetched, new MediaFoundInfected(Id, Conversation, "Test")).When(passOn).ThenRefused(MediaAssetRefusals.Infected);
    }

    [Fact]
    public void A_copy_is_forgotten_once_and_by_its_own_name()
    {
        var forget = new MediaAssetCommand.Forget(Channel, "123");
        Given(MediaAsset.Decider, Announced, Fetched, Clean, PassedOn).When(forget).Then(new MediaForgottenByMeta(Id, Conversation, Channel, "123"));
        Given(MediaAsset.Decider, Announced, Fetched, Clean, PassedOn, PassedOn with { MetaId = "456" }).When(forget).ThenNothing();
    }

    [Fact]
    public void What_is_purged_stays_purged()
    {
        var purged = new MediaPurged(Id, Conversation);
        Given(MediaAsset.Decider, Announced, Fetched, Clean).When(new MediaAssetCommand.Purge()).Then(purged);
        Given(MediaAsset.Decider, Announced, Fetched, Clean, purged).When(new MediaAssetCommand.Purge()).ThenNothing();
        Given(MediaAsset.Decider, Announced, Fetched, Clean, purged).When(Attach).ThenRefused(MediaAssetRefusals.Purged);
        Given(MediaAsset.Decider, Announced, Fetched, purged).When(Judge(new ScanVerdict.Clean())).ThenNothing();
    }

    private static MediaAssetCommand.Judge Judge(ScanVerdict verdict) => new(verdict);

    private static Outcomes.Refusal? FaultAfter(params MediaAssetEvent[] events) => MediaAsset.FaultOf(MediaAsset.Decider.Fold(events));
}
