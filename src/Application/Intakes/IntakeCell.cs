using System.Globalization;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>What the funnel tells intakes apart by, as one tag of each document (decision 42): counting the tags counts every cell from an index.</summary>
/// <param name="Definition">Where it stands now, behind the menu that led there.</param>
/// <param name="Hour">In which it began, UTC: fine enough for a day of any Indonesian zone.</param>
internal sealed record IntakeCell(string Definition, IntakeState State, IntakeStage Stage, DateTimeOffset Hour)
{
    public const string Prefix = "cell:";

    private const char Between = '|';
    private const string HourFormat = "yyyyMMddHH";

    public string Tag => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Definition}{Between}{State}{Between}{Stage}{Between}{Hour.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture)}");

    public static IntakeCell Of(IntakeCard card) => new(card.Definition, card.State, card.Stage, card.StartedAt);

    public static IntakeCell Read(string tag)
    {
        var parts = tag[Prefix.Length..].Split(Between);
        return new IntakeCell(
            parts[0], Enum.Parse<IntakeState>(parts[1]), Enum.Parse<IntakeStage>(parts[2]),
            DateTimeOffset.ParseExact(parts[3], HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }
}
