using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>
/// One run of public numbers of a firm, such as all <c>INT-20261121-…</c>: without gaps, because a number is taken in the same unit of
/// work as the fact that carries it.
/// </summary>
/// <param name="Last">The sequence last taken; 0 before the first.</param>
public sealed record NumberSeries(int Last)
{
    public static readonly Decider<NumberSeries, TakeNumber, NumberTaken> Decider = new(new NumberSeries(0), Decide, Evolve)
    {
        Snapshot = new("number_series", 1, typeof(NumberSeries)),
    };

    public static Result<NumberTaken[]> Decide(NumberSeries series, TakeNumber command)
    {
        var name = command.Format.SeriesOn(command.Day);
        return new[] { new NumberTaken(name, series.Last + 1, NumberFormat.Number(name, series.Last + 1)) };
    }

    public static NumberSeries Evolve(NumberSeries series, NumberTaken @event) => new(@event.Sequence);
}

/// <param name="Day">The firm's own date, in its time zone.</param>
public sealed record TakeNumber(NumberFormat Format, DateOnly Day);

/// <summary>The next number of a series was given away; there are no gaps.</summary>
/// <param name="Series">The format with its date filled in.</param>
/// <param name="Number">The public number.</param>
public sealed record NumberTaken(string Series, int Sequence, string Number) : IDomainEvent;
