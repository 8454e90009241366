using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Tenancy;

/// <summary>Working time of a firm, on the clock of its own zone.</summary>
public sealed class OfficeHoursTests
{
    private static readonly TenantId Firm1 = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly OfficeHours Usual = OfficeHours.Usual(IndonesianZone.Wib);
    private static readonly OfficeHours Never = new(IndonesianZone.Wib, [], []);

    // 23 November 2026 is a Monday.
    [Theory]
    [InlineData("2026-11-23T08:00", true)]
    [InlineData("2026-11-23T16:59", true)]
    [InlineData("2026-11-23T17:00", false)]
    [InlineData("2026-11-23T07:59", false)]
    [InlineData("2026-11-22T10:00", false)]
    [InlineData("2026-11-24T10:00", false)]
    public void A_firm_works_within_its_hours_and_not_on_holidays(string local, bool open) => With(24).IsOpenAt(Jakarta(local)).Should().Be(open);

    [Theory]
    [InlineData("2026-11-23T10:00", "2026-11-23T10:00")]
    [InlineData("2026-11-23T18:00", "2026-11-25T08:00")]
    [InlineData("2026-11-27T17:30", "2026-11-30T08:00")]
    [InlineData("2026-11-23T05:00", "2026-11-23T08:00")]
    public void It_opens_next_on_a_working_day(string local, string opening) => With(24).NextOpening(Jakarta(local)).Should().Be(Jakarta(opening));

    [Theory]
    [InlineData("2026-11-23T10:00", 60, "2026-11-23T11:00")]
    [InlineData("2026-11-23T16:30", 60, "2026-11-25T08:30")]
    [InlineData("2026-11-27T16:00", 60, "2026-11-27T17:00")]
    [InlineData("2026-11-21T09:00", 540, "2026-11-23T17:00")]
    [InlineData("2026-11-21T09:00", 541, "2026-11-25T08:01")]
    public void Working_time_stands_still_while_the_firm_is_closed(string start, int minutes, string end) =>
        With(24).After(Jakarta(start), TimeSpan.FromMinutes(minutes)).Should().Be(Jakarta(end));

    [Theory]
    [InlineData("2026-11-23T07:59", "2026-11-23T08:00")]
    [InlineData("2026-11-23T08:00", "2026-11-25T08:00")] // the day between is a holiday
    [InlineData("2026-11-27T08:00", "2026-11-30T08:00")]
    public void The_next_working_day_that_shows_a_time_is_found(string local, string next) =>
        With(24).NextAt(new TimeOnly(8, 0), Jakarta(local)).Should().Be(Jakarta(next));

    [Fact]
    public void A_calendar_without_working_days_shows_it_never() => Never.NextAt(new TimeOnly(8, 0), Jakarta("2026-11-23T10:00")).Should().BeNull();

    [Fact]
    public void Another_zone_opens_at_another_moment() =>
        OfficeHours.Usual(IndonesianZone.Wit).NextOpening(Jakarta("2026-11-23T04:00")).Should().Be(Jakarta("2026-11-23T06:00"));

    [Fact]
    public void A_calendar_without_hours_never_opens_and_counts_by_the_plain_clock()
    {
        var at = Jakarta("2026-11-23T10:00");
        Never.IsOpenAt(at).Should().BeFalse();
        Never.NextOpening(at).Should().BeNull();
        Never.After(at, TimeSpan.FromHours(3)).Should().Be(at.AddHours(3));
    }

    [Fact]
    public void Hours_are_settings_of_the_firm_and_the_same_again_changes_nothing()
    {
        var founded = new FirmFounded(Firm1, new FirmProfile("Kantor", IndonesianZone.Wib, "", "", "", ""), false);
        var hours = With(24);
        Given(Firm.Decider, founded).When(new FirmCommand.SetOfficeHours(hours)).Then(new OfficeHoursSet(Firm1, hours));
        Given(Firm.Decider, founded, new OfficeHoursSet(Firm1, hours)).When(new FirmCommand.SetOfficeHours(With(24))).ThenNothing();
        Given(Firm.Decider, founded).When(new FirmCommand.SetOfficeHours(hours with { Week = [new(DayOfWeek.Monday, new(17, 0), new(8, 0))] }))
            .ThenRefused(FirmRefusals.HoursBackwards);
        Given(Firm.Decider, founded).When(new FirmCommand.SetOfficeHours(hours with { Week = [.. hours.Week, hours.Week[0]] })).ThenRefused(FirmRefusals.DayTwice);
        Given(Firm.Decider, founded).When(new FirmCommand.SetTakeoverIdleTime(TimeSpan.FromMinutes(14))).ThenRefused(FirmRefusals.IdleTimeOutOfRange);
        Given(Firm.Decider, founded).When(new FirmCommand.SetTakeoverIdleTime(TimeSpan.FromHours(1))).Then(new TakeoverIdleTimeSet(Firm1, TimeSpan.FromHours(1)));
    }

    private static OfficeHours With(int holiday) => Usual with { Holidays = [new(new DateOnly(2026, 11, holiday), "Libur", Collective: false)] };

    private static DateTimeOffset Jakarta(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
