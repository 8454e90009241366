using System.Globalization;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>
/// What statistics tell tickets apart by, as one tag of each document: counting the tags of the view counts the tickets of every cell at once,
/// without a document being opened and without a second view to keep.
/// </summary>
/// <param name="Day">On which it was opened, UTC.</param>
internal sealed record TicketCell(string Definition, string State, bool IsClosed, string? Category, string? Region, DateOnly Day)
{
    public const string Prefix = "cell:";

    private const char Between = '|';
    private const string DayFormat = "yyyyMMdd";

    public string Tag => Prefix + string.Join(
        Between,
        new[] { Definition, State, IsClosed ? "1" : "0", Category ?? "", Region ?? "", Day.ToString(DayFormat, CultureInfo.InvariantCulture) }
            .Select(Uri.EscapeDataString));

    public static TicketCell Of(TicketCard card) => new(
        card.Definition.Key, card.State, card.IsClosed, card.Category, card.Region, DateOnly.FromDateTime(card.OpenedAt.UtcDateTime));

    public static TicketCell Read(string tag)
    {
        string[] parts = [.. tag[Prefix.Length..].Split(Between).Select(Uri.UnescapeDataString)];
        return new TicketCell(
            parts[0], parts[1], parts[2] == "1", NullIfEmpty(parts[3]), NullIfEmpty(parts[4]),
            DateOnly.ParseExact(parts[5], DayFormat, CultureInfo.InvariantCulture));
    }

    private static string? NullIfEmpty(string part) => part.Length == 0 ? null : part;
}
