using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Tenancy;

public class FirmTests
{
    private static readonly TenantId Id = new(Guid.Parse("66666666-0000-0000-0000-000000000001"));
    private static readonly StaffId Maria = new(Guid.Parse("33333333-0000-0000-0000-000000000001"));
    private static readonly StaffId Budi = new(Guid.Parse("33333333-0000-0000-0000-000000000002"));
    private static readonly MatterId Matter = new(Guid.Parse("22222222-0000-0000-0000-000000000001"));
    private static readonly MatterId OtherMatter = new(Guid.Parse("22222222-0000-0000-0000-000000000002"));
    private static readonly FirmProfile Profile = new("Firma Contoh", IndonesianZone.Wib, "Jalan Contoh 1, Jakarta", "021-000", "kantor@contoh.example", "");
    private static readonly FirmFounded Founded = new(Id, Profile, TaxableEntrepreneur: true);
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly June = new(2026, 6, 1);

    [Fact]
    public void A_firm_is_founded_with_the_tax_rules_of_its_country_in_their_order()
    {
        var old = Rules(2022, 1, "UU 7/2021");
        var now = Rules(2025, 11, "PMK 131/2024");

        Given(Firm.Decider).When(new FirmCommand.Found(Id, Profile, true, [now, old]))
            .Then(Founded, new TaxRulesSet(Id, old), new TaxRulesSet(Id, now));
    }

    [Fact]
    public void A_rate_must_cost_something() =>
        Given(Firm.Decider, Founded)
            .When(new FirmCommand.SetHourlyRate(RateScope.WholeFirm, Money.Zero, January)).ThenRefused(FirmRefusals.RateNotPositive);

    [Fact]
    public void A_setting_repeated_changes_nothing() =>
        Given(Firm.Decider, Founded, new HourlyRateSet(Id, RateScope.WholeFirm, new(1_000_000), January))
            .When(new FirmCommand.SetHourlyRate(RateScope.WholeFirm, new(1_000_000), January)).ThenNothing();

    [Fact]
    public void A_practice_pack_is_installed_once_for_each_set_of_versions()
    {
        var installed = new PracticePackInstalled(Id, "legal-id", [new PinnedDefinition("triage", 1)]);

        Given(Firm.Decider, Founded).When(new FirmCommand.InstallPack("legal-id", [new PinnedDefinition("triage", 1)])).Then(installed);
        Given(Firm.Decider, Founded, installed).When(new FirmCommand.InstallPack("legal-id", [new PinnedDefinition("triage", 1)])).ThenNothing();
        Given(Firm.Decider, Founded, installed).When(new FirmCommand.InstallPack("legal-id", [new PinnedDefinition("triage", 2)]))
            .Then(new PracticePackInstalled(Id, "legal-id", [new PinnedDefinition("triage", 2)]));
        Given(Firm.Decider).When(new FirmCommand.InstallPack("legal-id", [])).ThenRefused(FirmRefusals.NotFound);
    }

    [Fact]
    public void Rates_go_by_staff_then_matter_then_firm()
    {
        var firm = Fold(
            new HourlyRateSet(Id, RateScope.WholeFirm, new(1_000_000), January),
            new HourlyRateSet(Id, new RateScope(null, Matter), new(1_200_000), January),
            new HourlyRateSet(Id, new RateScope(Maria, null), new(2_000_000), January));

        firm.HourlyRate(Maria, Matter, null, June).Should().Be(new Money(2_000_000));
        firm.HourlyRate(Budi, Matter, null, June).Should().Be(new Money(1_200_000));
        firm.HourlyRate(Budi, OtherMatter, null, June).Should().Be(new Money(1_000_000));
    }

    [Fact]
    public void What_was_agreed_with_the_client_comes_before_the_price_list()
    {
        var firm = Fold(new HourlyRateSet(Id, new RateScope(Maria, null), new(2_000_000), January));
        var fee = new FeeArrangement(FeeKind.Hourly, new Money(900_000), null, June);

        firm.HourlyRate(Maria, Matter, fee, June).Should().Be(new Money(900_000));
        firm.HourlyRate(Maria, Matter, fee, June.AddDays(-1)).Should().Be(new Money(2_000_000));
    }

    [Fact]
    public void The_rate_of_the_work_date_counts()
    {
        var firm = Fold(
            new HourlyRateSet(Id, RateScope.WholeFirm, new(1_500_000), June),
            new HourlyRateSet(Id, RateScope.WholeFirm, new(1_000_000), January),
            new HourlyRateSet(Id, RateScope.WholeFirm, new(1_600_000), June));

        firm.HourlyRate(Maria, Matter, null, June.AddDays(-1)).Should().Be(new Money(1_000_000));
        firm.HourlyRate(Maria, Matter, null, June).Should().Be(new Money(1_600_000), "the later setting of the same day corrects the earlier");
        firm.HourlyRate(Maria, Matter, null, January.AddDays(-1)).Should().BeNull();
    }

    [Fact]
    public void The_tax_rules_of_the_day_apply()
    {
        var firm = Fold(new TaxRulesSet(Id, Rules(2022, 1, "UU 7/2021")), new TaxRulesSet(Id, Rules(2025, 11, "PMK 131/2024")));

        firm.TaxesOn(new DateOnly(2024, 12, 31))!.Source.Should().Be("UU 7/2021");
        firm.TaxesOn(new DateOnly(2025, 1, 1))!.Source.Should().Be("PMK 131/2024");
        firm.TaxesOn(new DateOnly(2021, 1, 1)).Should().BeNull();
    }

    private static Firm.Founded Fold(params FirmEvent[] settings) => (Firm.Founded)Firm.Decider.Fold([Founded, .. settings]);

    private static TaxRules Rules(int year, int numerator, string source) =>
        new(new DateOnly(year, 1, 1), new(numerator, 12), new(12, 100), new(2, 100), new(4, 100), source);
}
