using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Bus;

public static class DeadLetterRefusals
{
    public const string FailedAgainCode = "dead_letter_failed_again";

    public static readonly Refusal NotFound = Refusal.NotFound("dead_letter_not_found", "There is no such dead letter.");

    public static Refusal NotRetryable(string kind) => Refusal.Rule("dead_letter_not_retryable", $"A {kind} cannot be tried again here.");

    public static Refusal FailedAgain(string reason) => Refusal.Rule(FailedAgainCode, $"It failed again: {reason}");
}
