using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Intakes;

public class IntakeDefinitionTests
{
    private static readonly HashSet<Role> Lawyer = [Role.Lawyer];
    private static readonly DefinitionDrafted Drafted = new("pidana", "key: pidana", "h1");
    private static readonly DefinitionPublished Published = new("pidana", 1, "h1", DefinitionKind.LegalIntake, new Bilingual("pidana", "pidana"));
    private static readonly DefinitionDrafted DraftedAgain = new("pidana", "key: pidana # 2", "h2");

    [Fact]
    public void A_draft_is_kept_as_it_was_written() =>
        Given(IntakeDefinition.Decider).When(new IntakeDefinitionCommand.Draft("pidana", "key: pidana", "h1")).Then(Drafted);

    [Fact]
    public void The_same_draft_again_changes_nothing() =>
        Given(IntakeDefinition.Decider, Drafted).When(new IntakeDefinitionCommand.Draft("pidana", "key: pidana", "h1")).ThenNothing();

    [Fact]
    public void A_lawyer_publishes_what_passes_the_checks() =>
        Given(IntakeDefinition.Decider, Drafted).When(Publish("h1", Trees.Criminal)).Then(Published);

    [Theory]
    [InlineData(Role.Paralegal)]
    [InlineData(Role.FirmAdmin)]
    public void Nobody_else_publishes(Role role) =>
        Given(IntakeDefinition.Decider, Drafted).When(new IntakeDefinitionCommand.Publish("h1", Trees.Criminal, [], new HashSet<Role> { role }))
            .ThenRefused(DefinitionRefusals.NeedsLawyer);

    [Fact]
    public void What_has_faults_is_not_published() =>
        Given(IntakeDefinition.Decider, Drafted)
            .When(new IntakeDefinitionCommand.Publish("h1", Trees.Criminal, [new DefinitionFault("x", 1, null, "x")], Lawyer))
            .ThenRefused(DefinitionRefusals.HasFaults);

    [Fact]
    public void What_cannot_be_read_is_not_published() =>
        Given(IntakeDefinition.Decider, Drafted).When(Publish("h1", null)).ThenRefused(DefinitionRefusals.HasFaults);

    [Fact]
    public void A_draft_that_changed_after_its_check_is_not_published() =>
        Given(IntakeDefinition.Decider, Drafted, DraftedAgain).When(Publish("h1", Trees.Criminal)).ThenRefused(DefinitionRefusals.DraftChanged);

    [Fact]
    public void A_published_version_is_immutable() =>
        Given(IntakeDefinition.Decider, Drafted, Published, DraftedAgain).When(Publish("h2", Trees.Criminal))
            .ThenRefused(DefinitionRefusals.VersionNotNewer);

    [Fact]
    public void A_newer_version_follows_and_the_older_one_stays()
    {
        var second = Published with { Version = 2, Hash = "h2" };
        Given(IntakeDefinition.Decider, Drafted, Published, DraftedAgain).When(Publish("h2", Trees.Criminal with { Version = 2 })).Then(second);
        var state = IntakeDefinition.Decider.Fold([Drafted, Published, DraftedAgain, second]);
        state.Current!.Version.Should().Be(2);
        state.Published[1].Source.Should().Be("key: pidana");
    }

    [Fact]
    public void A_source_of_another_key_is_not_published() =>
        Given(IntakeDefinition.Decider, Drafted).When(Publish("h1", Trees.Menu)).ThenRefused(DefinitionRefusals.OtherKey);

    [Fact]
    public void A_retired_definition_starts_no_new_session()
    {
        Given(IntakeDefinition.Decider, Drafted, Published).When(new IntakeDefinitionCommand.Retire(Lawyer)).Then(new DefinitionRetired("pidana"));
        IntakeDefinition.Decider.Fold([Drafted, Published, new DefinitionRetired("pidana")]).Current.Should().BeNull();
    }

    [Fact]
    public void What_was_never_drafted_is_not_published() =>
        Given(IntakeDefinition.Decider).When(Publish("h1", Trees.Criminal)).ThenRefused(DefinitionRefusals.NotFound);

    private static IntakeDefinitionCommand.Publish Publish(string hash, Definition? definition) => new(hash, definition, [], Lawyer);
}
