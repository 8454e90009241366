using System.Globalization;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>An answer as a person reads it: options by their labels, dates and amounts in words of each language.</summary>
public static class AnswerDisplay
{
    public static Bilingual Of(Question question, AnswerValue value, ReadingContext context) => value switch
    {
        AnswerValue.Chosen a => Label(question, a.Value),
        AnswerValue.Several a => Joined([.. a.Values.Select(option => Label(question, option))]),
        AnswerValue.Truth a => a.Value ? new("Ya", "Yes") : new("Tidak", "No"),
        AnswerValue.Words a => Same(a.Value),
        AnswerValue.Figure a => new(IndonesianText.Figure(a.Value), a.Value.ToString("#,0.##########", CultureInfo.InvariantCulture)),
        AnswerValue.Rupiah a => new(IndonesianText.Rupiah(a.Value), $"Rp{a.Value.ToString("#,0", CultureInfo.InvariantCulture)}"),
        AnswerValue.Day a => Date(a.Value),
        AnswerValue.Moment a => Moment(a.Value, context),
        AnswerValue.Phone a => Same(a.Value),
        AnswerValue.Region a => Same(context.Regions.NameOf(a.Value) ?? a.Value),
        AnswerValue.Place a => Same(a.Address ?? string.Create(CultureInfo.InvariantCulture, $"{a.Latitude}, {a.Longitude}")),
        AnswerValue.Files a => Counted(a.Items.Count),
        _ => new("Dilewati", "Skipped"),
    };

    private static Bilingual Label(Question question, string value) =>
        question.Options.FirstOrDefault(option => option.Value == value)?.Label ?? Same(value);

    private static Bilingual Joined(IReadOnlyList<Bilingual> parts) =>
        new(string.Join(", ", parts.Select(part => part.Id)), string.Join(", ", parts.Select(part => part.En)));

    private static Bilingual Date(DateOnly day) =>
        new(IndonesianText.Date(day), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    private static Bilingual Moment(DateTimeOffset moment, ReadingContext context)
    {
        var date = Date(context.Time.DayOf(moment));
        var time = IndonesianText.Time(moment, context.Time.Offset);
        return new Bilingual($"{date.Id} {time}", $"{date.En} {time.Replace('.', ':')}");
    }

    private static Bilingual Counted(int files) => new(
        string.Create(CultureInfo.InvariantCulture, $"{files} berkas"),
        string.Create(CultureInfo.InvariantCulture, $"{files} {(files == 1 ? "file" : "files")}"));

    private static Bilingual Same(string words) => new(words, words);
}
