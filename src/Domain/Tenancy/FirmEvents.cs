using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Domain.Tenancy;

public abstract record FirmEvent(TenantId Firm) : IDomainEvent;

/// <summary>The firm works with this hub.</summary>
/// <param name="TaxableEntrepreneur">Registered for value added tax (PKP).</param>
public sealed record FirmFounded(TenantId Firm, FirmProfile Profile, bool TaxableEntrepreneur) : FirmEvent(Firm);

/// <summary>An hour costs this much from that day on.</summary>
public sealed record HourlyRateSet(TenantId Firm, RateScope Scope, Money Rate, DateOnly From) : FirmEvent(Firm);

/// <summary>Invoices are taxed by these rules from their own day on.</summary>
public sealed record TaxRulesSet(TenantId Firm, TaxRules Rules) : FirmEvent(Firm);

/// <summary>The firm works at these hours from here on, and on none of these days.</summary>
public sealed record OfficeHoursSet(TenantId Firm, OfficeHours Hours) : FirmEvent(Firm);

/// <summary>A conversation goes back to the script once its holder has done nothing for so long.</summary>
public sealed record TakeoverIdleTimeSet(TenantId Firm, TimeSpan After) : FirmEvent(Firm);

/// <summary>A lawyer published what a client is told who waits for a person while the firm is closed.</summary>
/// <param name="Text">With <c>{{next_opening}}</c> where the moment goes; none: nothing is said any more.</param>
public sealed record OutOfHoursNoticePublished(TenantId Firm, int Version, Bilingual? Text) : FirmEvent(Firm);

/// <summary>What the firm owes within which time, from here on; clocks that run keep theirs.</summary>
public sealed record ClockTargetsSet(TenantId Firm, IReadOnlyList<ClockTargetSetting> Targets) : FirmEvent(Firm);

/// <summary>On working days staff is told at this time, by the clock of the firm's zone, how much waits for them.</summary>
public sealed record DigestTimeSet(TenantId Firm, TimeOnly At) : FirmEvent(Firm);

/// <summary>What blocks a reply and what only warns, from here on.</summary>
public sealed record ReplyLintSet(TenantId Firm, IReadOnlyList<LintRuleSetting> Rules) : FirmEvent(Firm);

/// <summary>The accounts into which clients may be asked to pay, from here on.</summary>
public sealed record BankAccountsSet(TenantId Firm, IReadOnlyList<BankAccount> Accounts) : FirmEvent(Firm);

/// <summary>The question trees of a practice area were brought in.</summary>
/// <param name="Definitions">What the pack brought, by version.</param>
public sealed record PracticePackInstalled(TenantId Firm, string Pack, IReadOnlyList<PinnedDefinition> Definitions) : FirmEvent(Firm);

/// <summary>A firm's public face, as its letterhead shows it.</summary>
/// <param name="Zone">Whose clock its working days follow.</param>
public sealed record FirmProfile(string Name, IndonesianZone Zone, string Address, string Phone, string Email, string TaxNumber);

/// <summary>Whose rate: one staff member's, one matter's, or, with neither, the firm's.</summary>
public sealed record RateScope(StaffId? Staff, MatterId? Matter)
{
    public static readonly RateScope WholeFirm = new(null, null);
}
