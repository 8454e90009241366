using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Domain.Tests.Intakes;

/// <summary>What the hub writes it also reads, however a client dresses it up; and nothing that is typed throws.</summary>
public class AnswerRoundTripTests
{
    private static readonly ReadingContext Context = new(
        new LocalTime(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(7)), RegionIndex.Empty, GrowthStandards.NotImported);

    private static readonly Gen<string> Dress = Gen.Elements("{0}", " {0} ", "*{0}*", "{0}.", "{0}!", "“{0}”", "{0} 🙏", "\u202a{0}\u202c", "_{0}_\n");

    private static readonly Gen<DateOnly> Days = Gen.Choose(new DateOnly(1948, 1, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    [Fact]
    public void Dates_in_every_written_form() => RoundTrip(
        QuestionType.Date, Days,
        day => new AnswerValue.Day(day),
        (day, shown) =>
        [
            shown.Id, shown.En, Text(day, "dd/MM/yyyy"), Text(day, "d/M/yyyy"), Text(day, "dd-MM-yyyy"), Text(day, "d.M.yyyy"), Text(day, "yyyy-MM-dd"),
            shown.Id.ToUpperInvariant(), Text(day, "d MMM yyyy"),
        ]);

    [Fact]
    public void Moments_as_they_are_shown() => RoundTrip(
        QuestionType.DateTime,
        Days.SelectMany(_ => Gen.Choose(0, (24 * 60) - 1), (day, minute) => (day, minute)),
        moment => new AnswerValue.Moment(Context.Time.At(moment.day, TimeOnly.MinValue.AddMinutes(moment.minute))),
        (_, shown) => [shown.Id, shown.En]);

    [Fact]
    public void Money_as_it_is_shown_and_in_its_short_forms() => RoundTrip(
        QuestionType.Money, Gen.Choose(0, int.MaxValue).SelectMany(_ => Gen.Choose(0, 1000), (amount, factor) => (long)amount * factor),
        amount => new AnswerValue.Rupiah(amount),
        (amount, shown) =>
        [
            shown.Id, shown.En, shown.Id.Replace("Rp", "Rp ", StringComparison.Ordinal), $"{shown.Id},-", amount.ToString(CultureInfo.InvariantCulture), $"{shown.Id} rupiah",
            .. amount % 100_000 == 0 ? [$"{IndonesianText.Figure(amount / 1_000_000m)} juta", $"{IndonesianText.Figure(amount / 1_000_000m)}jt"] : Array.Empty<string>(),
        ]);

    [Fact]
    public void Figures_as_they_are_shown() => RoundTrip(
        QuestionType.Decimal, Gen.Choose(-9_999_999, 9_999_999).SelectMany(_ => Gen.Choose(0, 3), (figure, digits) => figure / (decimal)Math.Pow(10, digits)),
        figure => new AnswerValue.Figure(figure),
        (figure, shown) => [shown.Id, figure.ToString("0.###", CultureInfo.InvariantCulture).Replace('.', ','), $"{shown.Id} cm"]);

    [Fact]
    public void Phones_in_every_written_form() => RoundTrip(
        QuestionType.Phone, Gen.Choose(811_000_000, 899_999_999),
        number => new AnswerValue.Phone($"+62{number}"),
        (number, shown) =>
        [
            shown.Id, $"0{number}", $"62{number}", $"+62 {Grouped(number, ' ')}", $"+62-{Grouped(number, '-')}", $"0{Grouped(number, '.')}", $"(+62) {number}", $"+62 (0){number}",
        ]);

    [Fact]
    public void Options_by_label_and_number()
    {
        foreach (var question in new[] { Trees.Menu, Trees.Criminal }.SelectMany(tree => tree.Questions).Where(question => question.Options.Count > 0))
        {
            foreach (var (option, at) in question.Options.Select((option, at) => (option, at)))
            {
                foreach (var typed in new[] { option.Label.Id, option.Label.En, option.Label.Id.ToUpperInvariant(), $"{at + 1}", $"no. {at + 1}", $"{at + 1})" })
                {
                    Read(question, typed).Should().Be(AnswerReading.Understand(new AnswerValue.Chosen(option.Value)), because: typed);
                }
            }
        }
    }

    [Fact]
    public void Nothing_that_is_typed_makes_a_reader_throw() => Prop.ForAll(
        Gen.OneOf(
            Gen.Elements(
                "1", "31", "99", "٣", "/", "-", ".", ",", " ", "\n", "rp", "jt", "juta", "m", "kemarin", "jam", "ya", "tidak", "nov", "+", "62", "0", "(", ")", "🙏", "e",
                "hari", "lalu", "2026", "\0", "\ud83d", "lewati", "²", "½", "no").ArrayOf().Select(parts => string.Concat(parts)),
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ToArbitrary(),
        typed => Enum.GetValues<QuestionType>().All(type => Read(Of(type), typed) is not null)).QuickCheckThrowOnFailure();

    private static void RoundTrip<T>(QuestionType type, Gen<T> values, Func<T, AnswerValue> answer, Func<T, Bilingual, IReadOnlyList<string>> written) =>
        Prop.ForAll(
            values.SelectMany(_ => Dress, (value, dress) => (value, dress)).ToArbitrary(),
            pair =>
            {
                var expected = answer(pair.value);
                foreach (var text in written(pair.value, AnswerDisplay.Of(Of(type), expected, Context)))
                {
                    var typed = string.Format(CultureInfo.InvariantCulture, pair.dress, text);
                    Read(Of(type), typed).Should().Be(AnswerReading.Understand(expected), because: typed);
                }

                return true;
            }).QuickCheckThrowOnFailure();

    private static AnswerReading Read(Question question, string typed) => AnswerReader.Read(question, ClientInput.Typed(typed), _ => null, Context);

    private static Question Of(QuestionType type) =>
        new("q", type, new Bilingual("?", "?"), DataClass.Personal, Required: true, [], AnswerRules.None, [new Branch(null, new Target.End())]);

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static string Grouped(int number, char between)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return $"{digits[..3]}{between}{digits[3..6]}{between}{digits[6..]}";
    }
}
