using System.Globalization;

namespace Lawyers.Hub.Domain.Assist;

/// <summary>Minutes of one lawyer on one matter and day by kind of work, rounded to two decimals.</summary>
public sealed record TimeComponents(decimal Reading, decimal Drafting, decimal DraftReview, decimal Documents, decimal Media, decimal Calls);

/// <summary>A suggestion of billable time with everything it was computed from. It counts only once a lawyer accepts it.</summary>
public sealed record TimeEstimate(
    TimeComponents Components,
    decimal RawMinutes,
    bool Capped,
    int Units,
    int SuggestedMinutes,
    IReadOnlyList<string> Because)
{
    public const int MinutesPerUnit = 6;

    private const decimal SmallestBillable = 2m;

    public static TimeEstimate Of(ObservedWork work) => Of(work, TimeRates.Default);

    public static TimeEstimate Of(ObservedWork work, TimeRates rates)
    {
        var factor = rates.Factor(work.Complexity);
        var reading = work.InboundWords / rates.ReadingWordsPerMinute * factor;
        var drafting = ((decimal)work.TypedWords + work.DraftEditWords + work.NoteWords) / rates.DraftingWordsPerMinute * factor;
        var review = work.ApprovedDraftWords / rates.ReviewWordsPerMinute * factor;
        var documents = work.Documents.Sum(rates.Minutes) * factor;
        // Media and calls are durations on a clock: a complex matter does not make them longer.
        var media = work.Media.Sum(rates.Minutes);
        var calls = work.Calls.Sum(rates.Minutes);

        var sum = reading + drafting + review + documents + media + calls;
        var capped = work.WindowMinutes is { } window && window < sum;
        var raw = Round(capped ? work.WindowMinutes!.Value : sum);
        var components = new TimeComponents(Round(reading), Round(drafting), Round(review), Round(documents), Round(media), Round(calls));
        var units = work.Billable ? UnitsOf(raw) : 0;
        return new TimeEstimate(components, raw, capped, units, units * MinutesPerUnit, Explain(work, components, raw, capped, units));
    }

    // The nearest unit, ties upward; anything from two minutes is at least one unit.
    private static int UnitsOf(decimal raw) =>
        raw < SmallestBillable ? 0 : Math.Max(1, (int)decimal.Floor((raw + MinutesPerUnit / 2m) / MinutesPerUnit));

    private static decimal Round(decimal minutes) => Math.Round(minutes, 2, MidpointRounding.AwayFromZero);

    private static List<string> Explain(ObservedWork work, TimeComponents components, decimal raw, bool capped, int units)
    {
        var because = new List<string>();
        Add("reading", components.Reading, $"{work.InboundWords} words received");
        Add("drafting", components.Drafting, $"{work.TypedWords + work.DraftEditWords + work.NoteWords} words written");
        Add("draft review", components.DraftReview, $"{work.ApprovedDraftWords} words of approved drafts");
        Add("documents", components.Documents, $"{work.Documents.Count} files");
        Add("media", components.Media, $"{work.Media.Count} recordings");
        Add("calls", components.Calls, $"{work.Calls.Count} calls");
        if (work.Complexity != MessageComplexity.Simple) because.Add($"complexity: {Label.Of(work.Complexity)}");
        if (work.NonBillableInboundWords > 0) because.Add($"not billable: {work.NonBillableInboundWords} words of greetings, appointments and the like");
        if (capped) because.Add($"capped at the observed {Number(raw)} minutes");
        if (!work.Billable) because.Add("not billable by agreement");
        else if (units == 0) because.Add("below two minutes");
        return because;

        void Add(string component, decimal minutes, string basis)
        {
            if (minutes > 0) because.Add($"{component}: {Number(minutes)} minutes for {basis}");
        }
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
