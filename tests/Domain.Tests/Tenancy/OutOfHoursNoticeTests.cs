using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Tests.Tenancy;

public sealed class OutOfHoursNoticeTests
{
    private static readonly TenantId Firm1 = new(Guid.Parse("77777777-0000-0000-0000-000000000001"));
    private static readonly Firm.Founded Founded = new(Firm1, new FirmProfile("Firma", IndonesianZone.Wib, "", "", "", ""), false, [], []);
    private static readonly Bilingual Text = new("Buka lagi {{next_opening}}.", "Open again {{next_opening}}.");

    [Fact]
    public void A_published_notice_has_a_version_and_the_same_again_changes_nothing()
    {
        var published = Firm.Decide(Founded, new FirmCommand.PublishOutOfHoursNotice(Text)).Value.Should().ContainSingle().Subject;
        published.Should().Be(new OutOfHoursNoticePublished(Firm1, 1, Text));

        var told = Firm.Evolve(Founded, published);
        Firm.Decide(told, new FirmCommand.PublishOutOfHoursNotice(Text)).Value.Should().BeEmpty();
        Firm.Decide(told, new FirmCommand.PublishOutOfHoursNotice(null)).Value.Should().Equal(new OutOfHoursNoticePublished(Firm1, 2, null));
    }

    [Theory]
    [InlineData("", "Open again {{next_opening}}.")]
    [InlineData("Buka lagi besok.", "Open again {{next_opening}}.")]
    [InlineData("{{next_opening}} dan {{next_opening}}", "Open again {{next_opening}}.")]
    [InlineData("{{nama}}, buka lagi {{next_opening}}.", "Open again {{next_opening}}.")]
    [InlineData("Buka lagi {{next_opening}}.", "Open again soon.")]
    public void A_notice_names_the_opening_once_in_both_languages(string indonesian, string english) =>
        Firm.Decide(Founded, new FirmCommand.PublishOutOfHoursNotice(new Bilingual(indonesian, english))).Refusal.Should().Be(FirmRefusals.NoticeWithoutOpening);

    [Theory]
    [InlineData(IndonesianZone.Wib, "id", "Buka lagi Senin, 23 November 2026, pukul 08.05 WIB.")]
    [InlineData(IndonesianZone.Wit, "id", "Buka lagi Senin, 23 November 2026, pukul 10.05 WIT.")]
    [InlineData(IndonesianZone.Wita, "en", "Open again Monday, 23 November 2026, at 09.05 WITA.")]
    public void The_moment_is_said_by_the_firms_own_clock(IndonesianZone zone, string language, string said) =>
        new OutOfHoursNotice(1, Text).Saying(new DateTimeOffset(2026, 11, 23, 1, 5, 0, TimeSpan.Zero), zone, language).Should().Be(said);
}
