using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Bus;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Bus;

/// <summary>One more attempt, now.</summary>
public sealed record RetryDeadLetter(Caller Caller, Guid Letter, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class RetryDeadLetterHandler(IDeadLetters letters, IEventStore events) : IRequestHandler<RetryDeadLetter, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(RetryDeadLetter request, CancellationToken cancellationToken) =>
        letters.RetryOnRecord(events, request.Caller, request.Letter, request.Cause, cancellationToken);
}

internal static class RecordedRetry
{
    /// <summary>Another try, and who asked for it in the log; nothing where there was nothing to try.</summary>
    public static async Task<Result<Nothing>> RetryOnRecord(
        this IDeadLetters letters, IEventStore events, Caller caller, Guid letter, CauseId cause, CancellationToken cancellationToken)
    {
        var tried = await letters.Retry(caller.Tenant, letter, cancellationToken);
        if (tried.IsRefused && tried.Refusal.Code != DeadLetterRefusals.FailedAgainCode)
        {
            return tried;
        }

        var id = new DeadLetterId(letter);
        var recorded = await events.Transact(
            DeadLetterStream.Of(caller.Tenant, id), DeadLetterStanding.Decider, new DeadLetterCommand.Retry(id, tried.IsRefused),
            caller.Does(cause), cancellationToken);
        return recorded.IsRefused ? recorded.Refusal : tried;
    }
}
