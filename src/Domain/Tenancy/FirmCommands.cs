using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Domain.Tenancy;

public abstract record FirmCommand
{
    private FirmCommand()
    {
    }

    public sealed record Found(TenantId Firm, FirmProfile Profile, bool TaxableEntrepreneur, IReadOnlyList<TaxRules> Taxes) : FirmCommand;

    public sealed record SetHourlyRate(RateScope Scope, Money Rate, DateOnly From) : FirmCommand;

    public sealed record SetTaxRules(TaxRules Rules) : FirmCommand;

    public sealed record SetOfficeHours(OfficeHours Hours) : FirmCommand;

    public sealed record SetTakeoverIdleTime(TimeSpan After) : FirmCommand;

    /// <param name="Text">None: clients are not told when the firm works again.</param>
    public sealed record PublishOutOfHoursNotice(Bilingual? Text) : FirmCommand;

    public sealed record SetClockTargets(IReadOnlyList<ClockTargetSetting> Targets) : FirmCommand;

    /// <param name="At">By the clock of the firm's zone.</param>
    public sealed record SetDigestTime(TimeOnly At) : FirmCommand;

    public sealed record SetReplyLint(IReadOnlyList<LintRuleSetting> Rules) : FirmCommand;

    public sealed record SetBankAccounts(IReadOnlyList<BankAccount> Accounts) : FirmCommand;

    public sealed record InstallPack(string Pack, IReadOnlyList<PinnedDefinition> Definitions) : FirmCommand;
}
