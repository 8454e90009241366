namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>What makes an answer of a question valid.</summary>
/// <param name="Decimals">Most digits after the decimal sign.</param>
/// <param name="MinRef">Not before the date that answered this question.</param>
/// <param name="MaxAgeDays">A date at most so many days ago.</param>
/// <param name="Kinds">File kinds that are taken; none named: all.</param>
/// <param name="Message">Said to the client instead of the general reason.</param>
public sealed record AnswerRules(
    Bound? Min = null,
    Bound? Max = null,
    int? MinLength = null,
    int? MaxLength = null,
    int? Decimals = null,
    string? MinRef = null,
    int? MaxAgeDays = null,
    IReadOnlyList<MediaKind>? Kinds = null,
    int? MaxFiles = null,
    Bilingual? Message = null)
{
    public static readonly AnswerRules None = new();
}

/// <summary>The least or greatest answer: a number, a date, or the present.</summary>
public abstract record Bound
{
    private Bound()
    {
    }

    public sealed record Number(decimal Value) : Bound;

    public sealed record Day(DateOnly Value) : Bound;

    public sealed record Today : Bound;

    public sealed record Now : Bound;
}

public enum MediaKind
{
    Image,
    Document,
    Audio,
    Video,
}
