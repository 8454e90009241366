using Lawyers.Hub.Domain.Templates;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Templates;

public sealed class TemplateTests
{
    private const string Definition = """{"components":[{"text":"Halo {{1}}, apa kabar?","type":"BODY"}],"parameter_format":"POSITIONAL"}""";
    private static readonly TemplateId Id = new(Guid.Parse("66666666-0000-0000-0000-000000000001"));
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    private static readonly TemplateMirrored Approved = new(Id, "halo", "id", "900", "APPROVED", null, "UTILITY", "GREEN", Definition, Monday);

    [Fact]
    public void What_Meta_shows_for_the_first_time_is_taken_in() =>
        Given(Template.Decider).When(new TemplateCommand.Mirror(Approved)).Then(Approved);

    [Fact]
    public void What_is_known_already_changes_nothing() =>
        Given(Template.Decider, Approved).When(new TemplateCommand.Mirror(Approved with { At = Monday.AddHours(1) })).ThenNothing();

    [Fact]
    public void Another_text_is_another_version()
    {
        var changed = Approved with { Definition = """{"components":[]}""", At = Monday.AddHours(1) };
        Given(Template.Decider, Approved).When(new TemplateCommand.Mirror(changed)).Then(changed);
    }

    [Fact]
    public void A_pause_that_is_told_while_Meta_is_asked_stays()
    {
        var paused = new TemplateStatusChanged(Id, "halo", "id", "PAUSED", "LOW_QUALITY", null, Monday.AddMinutes(1));

        Given(Template.Decider, Approved, paused).When(new TemplateCommand.Mirror(Approved with { At = Monday })).ThenNothing();
        Known(Approved, paused, Approved with { At = Monday }).Should().BeEquivalentTo(
            new { Status = new Told("PAUSED", Monday.AddMinutes(1)), Reason = "LOW_QUALITY" });
    }

    [Fact]
    public void A_pause_that_is_over_is_mirrored_with_its_reason_gone()
    {
        var paused = new TemplateStatusChanged(Id, "halo", "id", "PAUSED", "LOW_QUALITY", null, Monday.AddMinutes(1));
        var again = Approved with { At = Monday.AddHours(4) };

        Given(Template.Decider, Approved, paused).When(new TemplateCommand.Mirror(again)).Then(again);
        Known(Approved, paused, again).Should().BeEquivalentTo(new { Status = new Told("APPROVED", Monday.AddHours(4)), Reason = (string?)null });
    }

    [Fact]
    public void What_Meta_does_not_show_any_more_is_gone_once()
    {
        var gone = new TemplateVanished(Id, "halo", "id", Monday.AddDays(1));

        Given(Template.Decider, Approved).When(new TemplateCommand.Miss(Monday.AddDays(1))).Then(gone);
        Given(Template.Decider, Approved, gone).When(new TemplateCommand.Miss(Monday.AddDays(2))).ThenNothing();
        Known(Approved, gone).Status.Value.Should().Be(Template.Deleted);
    }

    [Fact]
    public void A_template_that_is_approved_after_the_list_was_asked_for_is_not_missed() =>
        Given(Template.Decider, Approved).When(new TemplateCommand.Miss(Monday.AddMinutes(-1))).ThenNothing();

    [Fact]
    public void An_announced_category_counts_when_it_is_told_again()
    {
        var announced = new TemplateCategoryChanged(Id, "halo", "id", "MARKETING", "UTILITY", Announced: true, Monday.AddHours(1));

        Known(Approved, announced).IsMarketing.Should().BeFalse();
        Known(Approved, announced, announced with { Announced = false, At = Monday.AddDays(1) }).IsMarketing.Should().BeTrue();
    }

    [Fact]
    public void Nothing_can_be_held_against_a_template_that_Meta_has_only_spoken_of()
    {
        Known(new TemplateStatusChanged(Id, "halo", "id", "APPROVED", null, "UTILITY", Monday)).ToDefinition().Should().BeNull();
        Known(Approved).ToDefinition().Should().BeEquivalentTo(new { Name = "halo", Language = "id", Status = "APPROVED", IsNamed = false });
    }

    private static Template.Known Known(params TemplateEvent[] told) => Template.Decider.Fold(told).Should().BeOfType<Template.Known>().Subject;
}
