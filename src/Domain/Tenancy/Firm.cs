using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>One law firm and its dated settings: each counts from its day on, and the past keeps what it was.</summary>
public abstract record Firm
{
    public static readonly Decider<Firm, FirmCommand, FirmEvent> Decider = new(new Absent(), Decide, Evolve);

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
