using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Tests.Clocks;

public sealed class ClockTargetsTests
{
    private static readonly TenantId Firm1 = new(Guid.Parse("77777777-0000-0000-0000-000000000001"));
    private static readonly Firm.Founded Founded = new(Firm1, new FirmProfile("Firma", IndonesianZone.Wib, "", "", "", ""), false, [], []);

    [Fact]
    public void A_firm_sets_its_own_times_and_the_same_in_another_order_changes_nothing()
    {
        var targets = With(new ClockTargetSetting(ClockKind.Approval, Urgency.Normal, 90, Working: true));

        var set = Firm.Decide(Founded, new FirmCommand.SetClockTargets(targets)).Value.Should().ContainSingle().Subject;
        var firm = (Firm.Founded)Firm.Evolve(Founded, set);

        firm.ClockTargets.Of(ClockKind.Approval, Urgency.Normal).Should().Be(new ClockTarget(TimeSpan.FromMinutes(90), Working: true));
        Firm.Decide(firm, new FirmCommand.SetClockTargets([.. targets.Reverse()])).Value.Should().BeEmpty();
    }

    [Fact]
    public void Each_kind_with_each_urgency_is_named_once()
    {
        Refused(ClockTargets.Usual.All.Skip(1)).Should().Be(FirmRefusals.TargetsIncomplete);
        Refused(ClockTargets.Usual.All.Skip(1).Append(ClockTargets.Usual.All[1])).Should().Be(FirmRefusals.TargetsIncomplete);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30 * 24 * 60 + 1)]
    public void A_time_is_a_minute_at_least_and_thirty_days_at_most(int minutes) =>
        Refused(With(new ClockTargetSetting(ClockKind.Approval, Urgency.Low, minutes, Working: true))).Should().Be(FirmRefusals.TargetOutOfRange);

    [Fact]
    public void What_presses_more_gets_no_more_time() =>
        Refused(With(new ClockTargetSetting(ClockKind.Approval, Urgency.High, 5000, Working: true))).Should().Be(FirmRefusals.TargetOutOfRange);

    private static IReadOnlyList<ClockTargetSetting> With(ClockTargetSetting changed) =>
        [.. ClockTargets.Usual.All.Where(usual => (usual.Kind, usual.Urgency) != (changed.Kind, changed.Urgency)), changed];

    private static Domain.Outcomes.Refusal? Refused(IEnumerable<ClockTargetSetting> targets) =>
        Firm.Decide(Founded, new FirmCommand.SetClockTargets([.. targets])).Refusal;
}
