using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Tests.Tenancy;

public class IndonesianZoneTests
{
    [Fact]
    public void A_working_day_begins_at_the_firms_own_midnight()
    {
        var evening = new DateTimeOffset(2026, 11, 21, 16, 30, 0, TimeSpan.Zero);

        IndonesianZone.Wib.DateOf(evening).Should().Be(new DateOnly(2026, 11, 21));
        IndonesianZone.Wita.DateOf(evening).Should().Be(new DateOnly(2026, 11, 22));
    }

    [Fact]
    public void Dates_are_written_out_in_Indonesian() => IndonesianTime.InWords(new DateOnly(2026, 8, 17)).Should().Be("17 Agustus 2026");
}
