using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Tenancy;

public class NumberSeriesTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void The_first_number_of_a_day_is_one() =>
        Given(NumberSeries.Decider)
            .When(new TakeNumber(NumberFormat.Parse("INT-{yyyyMMdd}-{seq:000}"), Day))
            .Then(new NumberTaken("INT-20261121-{seq:000}", 1, "INT-20261121-001"));

    [Fact]
    public void A_number_follows_the_last_one_without_a_gap() =>
        Given(NumberSeries.Decider, new NumberTaken("INV/2026/{seq:000000}", 122, "INV/2026/000122"))
            .When(new TakeNumber(NumberFormat.Parse("INV/{yyyy}/{seq:000000}"), Day))
            .Then(new NumberTaken("INV/2026/{seq:000000}", 123, "INV/2026/000123"));

    [Fact]
    public void A_sequence_grows_past_its_zeros() =>
        Given(NumberSeries.Decider, new NumberTaken("PKR-20261121-{seq:000}", 999, "PKR-20261121-999"))
            .When(new TakeNumber(NumberFormat.Parse("PKR-{yyyyMMdd}-{seq:000}"), Day))
            .Then(new NumberTaken("PKR-20261121-{seq:000}", 1000, "PKR-20261121-1000"));

    [Theory]
    [InlineData("INT-{yyyyMMdd}-{seq:000}", "2026-11-21", "2026-11-22", false)]
    [InlineData("INV/{yyyy}/{seq:000000}", "2026-11-21", "2026-11-22", true)]
    [InlineData("INV/{yyyy}/{seq:000000}", "2026-12-31", "2027-01-01", false)]
    [InlineData("X-{yyyyMM}-{seq:0}", "2026-11-01", "2026-11-30", true)]
    public void The_date_part_says_when_a_series_restarts(string format, string day, string later, bool same) =>
        (NumberFormat.Parse(format).SeriesOn(DateOnly.Parse(day, null)) == NumberFormat.Parse(format).SeriesOn(DateOnly.Parse(later, null)))
            .Should().Be(same);

    [Theory]
    [InlineData("INT-{yyyyMMdd}")]
    [InlineData("{seq:000}-{seq:000}")]
    [InlineData("INT {seq:000}")]
    [InlineData("INT-{hh}-{seq:000}")]
    [InlineData("INT-{seq:}")]
    [InlineData("")]
    public void A_format_needs_one_sequence_and_known_parts_only(string format) =>
        NumberFormat.TryParse(format, out _).Should().BeFalse();
}
