using FluentValidation;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>When a person may have something sent.</summary>
internal static class SendingTime
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(90);

    public static IRuleBuilderOptions<T, DateTimeOffset?> MustBeToCome<T>(this IRuleBuilder<T, DateTimeOffset?> rule, TimeProvider clock) => rule
        .Must(at => at is null || (at > clock.GetUtcNow() && at < clock.GetUtcNow() + Furthest))
        .WithMessage("The time to send it at lies in the future, at most 90 days ahead.");
}
