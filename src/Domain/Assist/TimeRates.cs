namespace Lawyers.Hub.Domain.Assist;

/// <summary>How fast a lawyer is taken to work. Settings of the firm; the defaults are conservative.</summary>
public sealed record TimeRates(
    decimal ReadingWordsPerMinute = 200m,
    decimal DraftingWordsPerMinute = 25m,
    decimal ReviewWordsPerMinute = 120m,
    decimal MinutesPerImage = 0.5m,
    decimal MinutesPerSheet = 2m,
    decimal ListeningFactor = 1.25m,
    decimal ModerateFactor = 1.15m,
    decimal ComplexFactor = 1.30m)
{
    public static readonly TimeRates Default = new();

    // The first pages of a file are read, the later ones skimmed.
    private static readonly (int UpTo, decimal MinutesPerPage)[] PageBands = [(10, 1.5m), (50, 1.0m), (int.MaxValue, 0.5m)];

    public decimal Factor(MessageComplexity complexity) => complexity switch
    {
        MessageComplexity.Simple => 1m,
        MessageComplexity.Moderate => ModerateFactor,
        MessageComplexity.Complex => ComplexFactor,
    };

    public decimal Minutes(DocumentRead document) => document switch
    {
        DocumentRead.Paged d => PagedMinutes(d.Pages),
        DocumentRead.Images d => d.Count * MinutesPerImage,
        DocumentRead.Spreadsheet d => d.Sheets * MinutesPerSheet,
        _ => throw new System.Diagnostics.UnreachableException(document.GetType().Name),
    };

    public decimal Minutes(MediaPlayed media) => media switch
    {
        MediaPlayed.Transcript m => m.Words / ReadingWordsPerMinute,
        MediaPlayed.Audio m => m.Seconds / 60m * ListeningFactor,
        MediaPlayed.Video m => m.Seconds / 60m,
        _ => throw new System.Diagnostics.UnreachableException(media.GetType().Name),
    };

    public decimal Minutes(CallHeld call) => call.Seconds / 60m + call.NoteWords / DraftingWordsPerMinute;

    private static decimal PagedMinutes(int pages)
    {
        var minutes = 0m;
        var read = 0;
        foreach (var (upTo, minutesPerPage) in PageBands)
        {
            var inBand = Math.Max(0, Math.Min(pages, upTo) - read);
            minutes += inBand * minutesPerPage;
            read += inBand;
        }

        return minutes;
    }
}
