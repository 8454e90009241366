using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>What a client is told who waits for a person while the firm is closed.</summary>
/// <param name="Version">0: none was published.</param>
/// <param name="Text">None: nothing is said.</param>
public sealed record OutOfHoursNotice(int Version, Bilingual? Text)
{
    public const string Opening = "{{next_opening}}";

    public static readonly OutOfHoursNotice None = new(0, null);

    private const int Longest = 1000;

    public static bool IsComplete(Bilingual text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsComplete(text.Id) && IsComplete(text.En);
    }

    /// <summary>The words for a client of that language; none where nothing is said.</summary>
    public string? Saying(DateTimeOffset nextOpening, IndonesianZone zone, string language) =>
        Text?.In(language).Replace(Opening, IndonesianTime.Moment(zone, nextOpening, language), StringComparison.Ordinal);

    private static bool IsComplete(string? words) =>
        words is { Length: > 0 and <= Longest } && words.Split(Opening) is [var before, var after]
        && !before.Contains("{{", StringComparison.Ordinal) && !after.Contains("{{", StringComparison.Ordinal);
}
