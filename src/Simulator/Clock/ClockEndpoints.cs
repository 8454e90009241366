using Lawyers.Hub.Simulator.Journaling;

namespace Lawyers.Hub.Simulator.Clock;

internal static class ClockEndpoints
{
    /// <summary>Ten years: far beyond every window, and far from the end of the calendar however often it is asked for.</summary>
    private const double MostSecondsAtOnce = 10 * 365 * 86400d;

    public static void MapClock(this IEndpointRouteBuilder app)
    {
        app.MapGet("/simulator/clock", (SimulatorClock clock) => new ClockReading(clock.GetUtcNow()));
        app.MapPost("/simulator/clock", Advance);
    }

    private static IResult Advance(ClockAdvance advance, SimulatorClock clock, Journal journal)
    {
        if (!(advance.AdvanceSeconds is >= 0 and <= MostSecondsAtOnce))
        {
            return TypedResults.Problem("advanceSeconds must be between 0 and ten years.", statusCode: StatusCodes.Status400BadRequest);
        }
        journal.Append(new ClockAdvanced(TimeSpan.FromSeconds(advance.AdvanceSeconds.Value)));
        return TypedResults.Ok(new ClockReading(clock.GetUtcNow()));
    }

    private sealed record ClockAdvance(double? AdvanceSeconds);

    private sealed record ClockReading(DateTimeOffset Now);
}
