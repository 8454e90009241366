using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>What is looked for in a reply before a lawyer approves it.</summary>
public enum LintRule
{
    PromiseOfVictory,
    UnfilledPlaceholder,
    BankDetails,
    OtherClient,
    Advertising,
    WrongLanguage,
}

/// <summary>What a firm's findings do, and the accounts that its replies may name.</summary>
/// <param name="Rules">Each rule once.</param>
public sealed record LintSettings(IReadOnlyList<LintRuleSetting> Rules, IReadOnlyList<BankAccount> Accounts)
{
    /// <summary>What counts until the firm says otherwise: what is forbidden, or was never finished, blocks; what may be meant so warns.</summary>
    public static readonly LintSettings Usual = new(
    [
        new(LintRule.PromiseOfVictory, LintSeverity.Block),
        new(LintRule.UnfilledPlaceholder, LintSeverity.Block),
        new(LintRule.BankDetails, LintSeverity.Block),
        new(LintRule.OtherClient, LintSeverity.Warn),
        new(LintRule.Advertising, LintSeverity.Warn),
        new(LintRule.WrongLanguage, LintSeverity.Warn),
    ],
    []);

    private const int MostAccounts = 50;

    public LintSeverity Of(LintRule rule) => Rules.First(setting => setting.Rule == rule).Severity;

    public static Refusal? Fault(IReadOnlyList<LintRuleSetting> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Count == Usual.Rules.Count && Usual.Rules.All(usual => rules.Count(setting => setting.Rule == usual.Rule) == 1)
            ? null
            : FirmRefusals.LintIncomplete;
    }

    public static Refusal? Fault(IReadOnlyList<BankAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return accounts.Count <= MostAccounts && accounts.All(account => account.IsComplete) && accounts.DistinctBy(account => account.Digits).Count() == accounts.Count
            ? null
            : FirmRefusals.AccountIncomplete;
    }
}

public sealed record LintRuleSetting(LintRule Rule, LintSeverity Severity);

/// <summary>An account into which clients may be asked to pay.</summary>
/// <param name="Bank">As people call it.</param>
/// <param name="Number">With or without separators; of a bank account, a virtual account or a wallet.</param>
/// <param name="Holder">As the bank has it.</param>
public sealed record BankAccount(string Bank, string Number, string Holder)
{
    private const int Longest = 80;

    internal string Digits => string.Concat(Number.Where(char.IsAsciiDigit));

    internal bool IsComplete =>
        Digits.Length is >= 8 and <= 24 && Number.Length <= Longest
        && !string.IsNullOrWhiteSpace(Bank) && Bank.Length <= Longest && !string.IsNullOrWhiteSpace(Holder) && Holder.Length <= Longest;
}
