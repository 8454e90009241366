using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>One law firm and its dated settings: each counts from its day on, and the past keeps what it was.</summary>
public abstract record Firm
{
    public static readonly Decider<Firm, FirmCommand, FirmEvent> Decider = new(new Absent(), Decide, Evolve);

    /// <summary>Shorter, and a lawyer who thinks for a moment would lose the conversation to the script.</summary>
    public static readonly TimeSpan ShortestIdleTime = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestIdleTime = TimeSpan.FromDays(7);

    private Firm()
    {
    }

    public static Result<FirmEvent[]> Decide(Firm firm, FirmCommand command) => (firm, command) switch
    {
        (Absent, FirmCommand.Found c) when string.IsNullOrWhiteSpace(c.Profile.Name) => FirmRefusals.NameMissing,
        (Absent, FirmCommand.Found c) => Record([
            new FirmFounded(c.Firm, c.Profile, c.TaxableEntrepreneur),
            .. c.Taxes.OrderBy(rules => rules.From).Select(rules => new TaxRulesSet(c.Firm, rules)),
        ]),
        (Founded, FirmCommand.Found) => Record(),
        (Absent, _) => FirmRefusals.NotFound,
        (Founded, FirmCommand.SetHourlyRate c) when c.Rate <= Money.Zero => FirmRefusals.RateNotPositive,
        (Founded f, FirmCommand.SetHourlyRate c) => f.Rates.Contains(new(c.Scope, c.Rate, c.From))
            ? Record()
            : Record(new HourlyRateSet(f.Id, c.Scope, c.Rate, c.From)),
        (Founded f, FirmCommand.SetTaxRules c) => f.Taxes.Contains(c.Rules) ? Record() : Record(new TaxRulesSet(f.Id, c.Rules)),
        (Founded, FirmCommand.SetOfficeHours c) when c.Hours.Week.Any(day => day.To <= day.From) => FirmRefusals.HoursBackwards,
        (Founded, FirmCommand.SetOfficeHours c) when c.Hours.Week.DistinctBy(day => day.Day).Count() < c.Hours.Week.Count
            || c.Hours.Holidays.DistinctBy(holiday => holiday.Day).Count() < c.Hours.Holidays.Count => FirmRefusals.DayTwice,
        (Founded f, FirmCommand.SetOfficeHours c) => f.Hours == c.Hours ? Record() : Record(new OfficeHoursSet(f.Id, c.Hours)),
        (Founded, FirmCommand.SetTakeoverIdleTime c) when c.After < ShortestIdleTime || c.After > LongestIdleTime => FirmRefusals.IdleTimeOutOfRange,
        (Founded f, FirmCommand.SetTakeoverIdleTime c) => f.TakeoverIdleTime == c.After ? Record() : Record(new TakeoverIdleTimeSet(f.Id, c.After)),
        (Founded, FirmCommand.PublishOutOfHoursNotice { Text: { } text }) when !OutOfHoursNotice.IsComplete(text) => FirmRefusals.NoticeWithoutOpening,
        (Founded f, FirmCommand.PublishOutOfHoursNotice c) => f.OutOfHours.Text == c.Text
            ? Record()
            : Record(new OutOfHoursNoticePublished(f.Id, f.OutOfHours.Version + 1, c.Text)),
        (Founded f, FirmCommand.SetClockTargets c) => ClockTargets.Fault(c.Targets) is { } fault ? fault
            : f.ClockTargets == new ClockTargets(c.Targets) ? Record()
            : Record(new ClockTargetsSet(f.Id, c.Targets)),
        (Founded f, FirmCommand.SetDigestTime c) => f.DigestAt == c.At ? Record() : Record(new DigestTimeSet(f.Id, c.At)),
        (Founded f, FirmCommand.SetReplyLint c) => LintSettings.Fault(c.Rules) is { } fault ? fault
            : f.Lint.Rules.ToHashSet().SetEquals(c.Rules) ? Record()
            : Record(new ReplyLintSet(f.Id, c.Rules)),
        (Founded f, FirmCommand.SetBankAccounts c) => LintSettings.Fault(c.Accounts) is { } fault ? fault
            : f.Lint.Accounts.SequenceEqual(c.Accounts) ? Record()
            : Record(new BankAccountsSet(f.Id, c.Accounts)),
        (Founded f, FirmCommand.InstallPack c) => f.Packs.TryGetValue(c.Pack, out var installed) && installed.SequenceEqual(c.Definitions)
            ? Record()
            : Record(new PracticePackInstalled(f.Id, c.Pack, c.Definitions)),
        _ => throw new UnreachableException($"{command.GetType().Name} on {firm.GetType().Name}"),
    };

    public static Firm Evolve(Firm firm, FirmEvent @event) => (firm, @event) switch
    {
        (Absent, FirmFounded e) => new Founded(e.Firm, e.Profile, e.TaxableEntrepreneur, [], []),
        (Founded f, HourlyRateSet e) => f with { Rates = f.Rates.Add(new(e.Scope, e.Rate, e.From)) },
        (Founded f, TaxRulesSet e) => f with { Taxes = f.Taxes.Add(e.Rules) },
        (Founded f, OfficeHoursSet e) => f with { Profile = f.Profile with { Zone = e.Hours.Zone }, Hours = e.Hours },
        (Founded f, TakeoverIdleTimeSet e) => f with { TakeoverIdleTime = e.After },
        (Founded f, OutOfHoursNoticePublished e) => f with { OutOfHours = new OutOfHoursNotice(e.Version, e.Text) },
        (Founded f, ClockTargetsSet e) => f with { ClockTargets = new ClockTargets(e.Targets) },
        (Founded f, DigestTimeSet e) => f with { DigestAt = e.At },
        (Founded f, ReplyLintSet e) => f with { Lint = f.Lint with { Rules = e.Rules } },
        (Founded f, BankAccountsSet e) => f with { Lint = f.Lint with { Accounts = e.Accounts } },
        (Founded f, PracticePackInstalled e) => f with { Packs = f.Packs.SetItem(e.Pack, e.Definitions) },
        _ => throw new UnreachableException($"{@event.GetType().Name} after {firm.GetType().Name}"),
    };

    private static Result<FirmEvent[]> Record(params FirmEvent[] events) => events;

    public sealed record Absent : Firm;

    public sealed record Founded(
        TenantId Id, FirmProfile Profile, bool TaxableEntrepreneur, ImmutableList<DatedRate> Rates, ImmutableList<TaxRules> Taxes) : Firm
    {
        /// <summary>Practice packs by name, with the versions they brought.</summary>
        public ImmutableDictionary<string, IReadOnlyList<PinnedDefinition>> Packs { get; init; } =
            ImmutableDictionary<string, IReadOnlyList<PinnedDefinition>>.Empty;

        public OfficeHours Hours { get; init; } = OfficeHours.Usual(Profile.Zone);

        /// <summary>After how long without an act of its holder a conversation goes back to the script.</summary>
        public TimeSpan TakeoverIdleTime { get; init; } = TimeSpan.FromHours(4);

        public OutOfHoursNotice OutOfHours { get; init; } = OutOfHoursNotice.None;

        /// <summary>When on a working day staff is told how much waits for them.</summary>
        public TimeOnly DigestAt { get; init; } = new(8, 0);

        /// <summary>What is looked for in replies.</summary>
        public LintSettings Lint { get; init; } = LintSettings.Usual;

        /// <summary>How long a client, a reply or an interview may wait.</summary>
        public ClockTargets ClockTargets { get; init; } = ClockTargets.Usual;

        /// <summary>
        /// What an hour of <paramref name="staff"/> cost on <paramref name="day"/>: as agreed with this client, else by staff member, matter, firm.
        /// The written agreement comes first because it binds the firm; its price list does not bind the client.
        /// </summary>
        public Money? HourlyRate(StaffId staff, MatterId matter, FeeArrangement? fee, DateOnly day) =>
            fee is { HourlyRate: { } agreed } && fee.From <= day
                ? agreed
                : RateOf(new RateScope(staff, null), day) ?? RateOf(new RateScope(null, matter), day) ?? RateOf(RateScope.WholeFirm, day);

        /// <summary>The tax law of the day, or <c>null</c> before the first rule.</summary>
        public TaxRules? TaxesOn(DateOnly day) => Taxes.Where(rules => rules.From <= day).Reverse<TaxRules>().MaxBy(rules => rules.From);

        // Of two settings for the same day the later one counts.
        private Money? RateOf(RateScope scope, DateOnly day) =>
            Rates.Where(rate => rate.Scope == scope && rate.From <= day).Reverse<DatedRate>().MaxBy(rate => rate.From)?.Rate;
    }

    public sealed record DatedRate(RateScope Scope, Money Rate, DateOnly From);
}
