namespace Lawyers.Hub.Domain.Templates;

/// <summary>How a template stands with Meta, as far as Meta has told. What came late does not undo what is newer.</summary>
public sealed record TemplateStanding(TemplateStatusChanged? Status, TemplateQualityChanged? Quality, TemplateCategoryChanged? Category)
{
    public static readonly Decider<TemplateStanding, TemplateEvent, TemplateEvent> Decider = new(
        new(null, null, null), (_, told) => new[] { told }, Evolve);

    private static TemplateStanding Evolve(TemplateStanding standing, TemplateEvent told) => told switch
    {
        TemplateStatusChanged e when !(standing.Status?.At > e.At) => standing with { Status = e },
        TemplateQualityChanged e when !(standing.Quality?.At > e.At) => standing with { Quality = e },
        TemplateCategoryChanged { Announced: false } e when !(standing.Category?.At > e.At) => standing with { Category = e },
        _ => standing,
    };
}
