using Lawyers.Hub.Application.Bus;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Says what went wrong without repeating content: only messages known to be of our own making are quoted.</summary>
public static class FailureReason
{
    public static string Of(Exception exception) => exception switch
    {
        UnprocessableException or UnknownEventException => exception.Message,
        PostgresException e => $"The database refused it: {e.SqlState}{(e.ConstraintName is { } constraint ? $" ({constraint})" : "")}.",
        _ => $"{exception.GetType().Name}{Place(exception)}",
    };

    private static string Place(Exception exception) =>
        exception.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("at Lawyers.Hub.", StringComparison.Ordinal)) is { } line
            ? " " + line.Split(" in ")[0]
            : "";
}
