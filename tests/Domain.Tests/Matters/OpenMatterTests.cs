using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Matters;

public class OpenMatterTests
{
    private static readonly MatterId Id = new(Guid.Parse("22222222-0000-0000-0000-000000000001"));
    private static readonly StaffId Maria = new(Guid.Parse("33333333-0000-0000-0000-000000000001"));
    private static readonly DataSubjectId Client = new(Guid.Parse("55555555-0000-0000-0000-000000000001"));
    private static readonly PartyAdded Sari = Party(1, "Sari Dewi", PartySide.Client);
    private static readonly ConflictHit Hit = new(
        new(Guid.Parse("22222222-0000-0000-0000-000000000009")), "PKR-20260101-001", PartySide.Opposing, PartySide.Client, NameMatch.Whole);

    private static readonly ConflictCheckRun NoHits = new(Id, []);
    private static readonly ConflictCheckDecided Clear = new(Id, ConflictDecision.Clear, null);
    private static readonly MatterCommand.Open Open =
        new("PKR-20261123-001", Personal.Of(Client, "Pidana: Sari Dewi"), Client, null, null, Maria, "criminal");

    private static readonly MatterOpened Opened = new(Id, Open.Number, Open.Title, Client, null, null, Maria, "criminal");

    [Fact]
    public void A_check_without_hits_is_clear_at_once() =>
        Given(Matter.Decider, Sari).When(new MatterCommand.RunConflictCheck([])).Then(NoHits, Clear);

    [Fact]
    public void A_checked_matter_opens() => Given(Matter.Decider, Sari, NoHits, Clear).When(Open).Then(Opened);

    [Fact]
    public void No_matter_opens_without_a_conflict_check() =>
        Given(Matter.Decider, Sari).When(Open).ThenRefused(MatterRefusals.NotChecked);

    [Fact]
    public void Open_hits_keep_the_matter_closed() =>
        Given(Matter.Decider, Sari, new ConflictCheckRun(Id, [Hit])).When(Open).ThenRefused(MatterRefusals.HitsUndecided);

    [Fact]
    public void A_lawyer_waives_hits_with_a_reason()
    {
        var checkedWithHits = Given(Matter.Decider, Sari, new ConflictCheckRun(Id, [Hit]));

        checkedWithHits.When(new MatterCommand.DecideConflictCheck(ConflictDecision.Waived, Maria, "")).ThenRefused(MatterRefusals.ReasonMissing);
        checkedWithHits.When(new MatterCommand.DecideConflictCheck(ConflictDecision.Waived, Maria, "Nama sama, orang lain"))
            .Then(new ConflictCheckDecided(Id, ConflictDecision.Waived, Maria));
    }

    [Fact]
    public void Hits_are_waived_or_declined_but_never_cleared() =>
        Given(Matter.Decider, Sari, new ConflictCheckRun(Id, [Hit]))
            .When(new MatterCommand.DecideConflictCheck(ConflictDecision.Clear, Maria, "tidak apa-apa"))
            .ThenRefused(MatterRefusals.HitsCannotBeCleared);

    [Fact]
    public void A_waived_conflict_lets_the_matter_open() =>
        Given(Matter.Decider, Sari, new ConflictCheckRun(Id, [Hit]), new ConflictCheckDecided(Id, ConflictDecision.Waived, Maria))
            .When(Open).Then(Opened);

    [Fact]
    public void A_declined_conflict_does_not() =>
        Given(Matter.Decider, Sari, new ConflictCheckRun(Id, [Hit]), new ConflictCheckDecided(Id, ConflictDecision.Declined, Maria))
            .When(Open).ThenRefused(MatterRefusals.Declined);

    [Fact]
    public void Nobody_stands_on_two_sides_of_one_matter() =>
        Given(Matter.Decider, Sari)
            .When(new MatterCommand.AddParty(Id, PartyNumber(2), Personal.Of(Client, "DEWI, Sari, S.H."), PartySide.Opposing, "tergugat"))
            .ThenRefused(MatterRefusals.BothSides);

    [Fact]
    public void The_same_party_twice_is_one() =>
        Given(Matter.Decider, Sari)
            .When(new MatterCommand.AddParty(Id, PartyNumber(2), Personal.Of(Client, "Ibu Sari Dewi"), PartySide.Client, "klien"))
            .ThenNothing();

    [Fact]
    public void A_new_party_of_an_open_matter_is_checked_as_well() =>
        Given(Matter.Decider, Sari, NoHits, Clear, Opened, Party(2, "Rudi", PartySide.Opposing))
            .When(new MatterCommand.RunConflictCheck([Hit]))
            .Then(new ConflictCheckRun(Id, [Hit]));

    [Fact]
    public void One_name_on_two_sides_is_a_conflict_and_a_returning_client_is_none()
    {
        ConflictHit.Concerns(PartySide.Client, PartySide.Opposing).Should().BeTrue();
        ConflictHit.Concerns(PartySide.Other, PartySide.Client).Should().BeTrue();
        ConflictHit.Concerns(PartySide.Client, PartySide.Client).Should().BeFalse();
    }

    [Fact]
    public void A_fee_arrangement_is_agreed_on_an_open_matter()
    {
        var fee = new FeeArrangement(FeeKind.Hourly, new Money(1_500_000), null, new DateOnly(2026, 11, 23));

        Given(Matter.Decider, Sari, NoHits, Clear, Opened).When(new MatterCommand.AgreeFee(fee, Maria)).Then(new FeeArrangementAgreed(Id, fee, Maria));
        Given(Matter.Decider, Sari, NoHits, Clear).When(new MatterCommand.AgreeFee(fee, Maria)).ThenRefused(MatterRefusals.NotOpen);
    }

    [Fact]
    public void Closing_over_loose_ends_needs_a_reason_for_each()
    {
        var open = Given(Matter.Decider, Sari, NoHits, Clear, Opened);
        LooseEnd[] found = [LooseEnd.OpenInvoice, LooseEnd.UnapprovedTime];

        open.When(new MatterCommand.Close(Maria, "Selesai", found, [LooseEnd.OpenInvoice])).ThenRefused(MatterRefusals.LooseEnds);
        open.When(new MatterCommand.Close(Maria, "Selesai", found, found)).Then(new MatterClosed(Id, Maria, found));
        open.When(new MatterCommand.Close(Maria, " ", [], [])).ThenRefused(MatterRefusals.ReasonMissing);
    }

    [Fact]
    public void A_closed_matter_is_reopened_with_a_reason()
    {
        var closed = Given(Matter.Decider, Sari, NoHits, Clear, Opened, new MatterClosed(Id, Maria, []));

        closed.When(new MatterCommand.Reopen(Maria, "Banding")).Then(new MatterReopened(Id, Maria));
        closed.When(new MatterCommand.Reopen(Maria, "")).ThenRefused(MatterRefusals.ReasonMissing);
        closed.When(new MatterCommand.Assign(Maria, MatterDuty.Assisting, Maria)).ThenRefused(MatterRefusals.NotOpen);
    }

    [Fact]
    public void A_matter_that_does_not_exist_is_not_found() =>
        Given(Matter.Decider).When(new MatterCommand.Close(Maria, "Selesai", [], [])).ThenRefused(MatterRefusals.NotFound);

    private static PartyAdded Party(int number, string name, PartySide side) =>
        new(Id, PartyNumber(number), Personal.Of(Client, name), side, "pihak");

    private static PartyId PartyNumber(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
