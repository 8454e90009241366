using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Clocks;

/// <summary>What a firm owes within which time, by kind of waiting and urgency.</summary>
/// <param name="All">Each kind with each urgency, once.</param>
public sealed record ClockTargets(IReadOnlyList<ClockTargetSetting> All)
{
    /// <summary>What counts until the firm says otherwise.</summary>
    public static readonly ClockTargets Usual = new(
    [
        .. from kind in Enum.GetValues<ClockKind>()
           from urgency in Enum.GetValues<Urgency>()
           let target = ClockTarget.Of(kind, urgency)
           select new ClockTargetSetting(kind, urgency, (int)target.Time.TotalMinutes, target.Working),
    ]);

    private const int MostMinutes = 30 * 24 * 60;

    public ClockTarget Of(ClockKind kind, Urgency urgency)
    {
        var setting = All.First(setting => setting.Kind == kind && setting.Urgency == urgency);
        return new(TimeSpan.FromMinutes(setting.Minutes), setting.Working);
    }

    public static Refusal? Fault(IReadOnlyList<ClockTargetSetting> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Count != Usual.All.Count || Usual.All.Any(usual => targets.Count(usual.IsOf) != 1))
        {
            return FirmRefusals.TargetsIncomplete;
        }

        var falling = targets.GroupBy(target => target.Kind)
            .Any(kind => kind.OrderBy(target => target.Urgency).Zip(kind.OrderBy(target => target.Urgency).Skip(1))
                .Any(pair => pair.First.Working == pair.Second.Working && pair.First.Minutes > pair.Second.Minutes));
        return falling || targets.Any(target => target.Minutes is < 1 or > MostMinutes) ? FirmRefusals.TargetOutOfRange : null;
    }

    public bool Equals(ClockTargets? other) => other is not null && All.ToHashSet().SetEquals(other.All);

    public override int GetHashCode() => All.Count;
}

/// <param name="Working">In working time; else by the plain clock.</param>
public sealed record ClockTargetSetting(ClockKind Kind, Urgency Urgency, int Minutes, bool Working)
{
    internal bool IsOf(ClockTargetSetting other) => Kind == other.Kind && Urgency == other.Urgency;
}
