using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>What an operator reads of a failure. Our own exceptions and the database's speak without content; of others only the kind is told.</summary>
internal static class FailureReason
{
    private const int Longest = 500;

    public static string Of(Exception failure)
    {
        var speaks = failure is NpgsqlException || failure.GetType().Namespace?.StartsWith("Lawyers.Hub", StringComparison.Ordinal) == true;
        var reason = speaks ? $"{failure.GetType().Name}: {LogRedaction.Mask(failure.Message)}" : failure.GetType().Name;
        return reason.Length <= Longest ? reason : reason[..Longest];
    }
}
