using System.Collections.Frozen;

namespace Lawyers.Hub.Domain.Intakes.Expressions;

/// <summary>The functions of the expression language, and how each reads its arguments. There are no others.</summary>
public static class Functions
{
    private static readonly FrozenDictionary<string, Function> ByName = new Dictionary<string, Function>
    {
        ["days_until"] = new(1, (arguments, time) => DaysFromToday(arguments[0], time, 1)),
        ["days_since"] = new(1, (arguments, time) => DaysFromToday(arguments[0], time, -1)),
        ["hours_until"] = new(1, (arguments, time) => HoursUntil(arguments[0], time)),
        ["age_months"] = new(1, (arguments, time) => AgeInMonths(arguments[0], time)),
        ["has"] = new(2, (arguments, _) => Term.Of(arguments[0] is Term.Many many && many.Items.Contains(arguments[1]))),
        ["empty"] = new(1, (arguments, _) => Term.Of(IsEmpty(arguments[0]))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Exists(string name) => ByName.ContainsKey(name);

    public static int ArgumentsOf(string name) => ByName[name].Arguments;

    internal static Term Apply(string name, IReadOnlyList<Term> arguments, LocalTime time) => ByName[name].Apply(arguments, time);

    private static Term DaysFromToday(Term date, LocalTime time, int direction) =>
        DayOf(date, time) is { } day ? new Term.Number(direction * (day.DayNumber - time.Today.DayNumber)) : Term.Nothing;

    private static Term HoursUntil(Term instant, LocalTime time) => instant switch
    {
        Term.Moment moment => new Term.Number((decimal)(moment.Value - time.Now).TotalHours),
        Term.Day day => new Term.Number((decimal)(time.At(day.Value, TimeOnly.MinValue) - time.Now).TotalHours),
        _ => Term.Nothing,
    };

    private static Term AgeInMonths(Term birth, LocalTime time)
    {
        if (DayOf(birth, time) is not { } born || born > time.Today)
        {
            return Term.Nothing;
        }

        var months = (time.Today.Year - born.Year) * 12 + time.Today.Month - born.Month;
        return new Term.Number(time.Today.Day < born.Day ? months - 1 : months);
    }

    private static DateOnly? DayOf(Term term, LocalTime time) => term switch
    {
        Term.Day day => day.Value,
        Term.Moment moment => time.DayOf(moment.Value),
        _ => null,
    };

    private static bool IsEmpty(Term term) => term switch
    {
        Term.Null => true,
        Term.Many many => many.Items.Count == 0,
        Term.Word word => string.IsNullOrWhiteSpace(word.Value),
        _ => false,
    };

    private sealed record Function(int Arguments, Func<IReadOnlyList<Term>, LocalTime, Term> Apply);
}
