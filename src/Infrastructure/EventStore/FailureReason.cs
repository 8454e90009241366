using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Says what went wrong without repeating content: only messages known to be of our own making are quoted, and numbers in them masked.</summary>
public static class FailureReason
{
    private const int Longest = 500;

    public static string Of(Exception exception)
    {
        var reason = Said(exception);
        return reason.Length <= Longest ? reason : reason[..Longest];
    }

    private static string Said(Exception exception) => exception switch
    {
        UnprocessableException or RefusedException or HandlingLimitException or UnknownEventException or KeyRingException => LogRedaction.Mask(exception.Message),
        PostgresException e => $"The database refused it: {e.SqlState}{(e.ConstraintName is { } constraint ? $" ({constraint})" : "")}.",
        _ => $"{exception.GetType().Name}{Place(exception)}",
    };

    private static string Place(Exception exception) =>
        exception.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("at Lawyers.Hub.", StringComparison.Ordinal)) is { } line
            ? " " + line.Split(" in ")[0]
            : "";
}
