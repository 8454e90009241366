using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Bus;

/// <summary>One more attempt at all that wait, oldest first, or at those of one kind or name; so many at once that the answer does not keep anybody waiting.</summary>
public sealed record RetryDeadLetters(Caller Caller, string? Kind, string? Name, CauseId Cause) : IRequest<Result<DeadLettersRetried>>, IAuthorised
{
    public const int Most = 500;

    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

/// <param name="Failed">Failed again at once, each with its new reason at the letter.</param>
/// <param name="HasMore">More wait than were tried: ask again.</param>
public sealed record DeadLettersRetried(int Retried, int Failed, bool HasMore);

internal sealed class RetryDeadLettersHandler(IDeadLetters letters, IEventStore events) : IRequestHandler<RetryDeadLetters, Result<DeadLettersRetried>>
{
    public async Task<Result<DeadLettersRetried>> Handle(RetryDeadLetters request, CancellationToken cancellationToken)
    {
        var waiting = new List<DeadLetter>();
        string? next = null;
        do
        {
            // All are found before the first is tried: one that fails again is the latest by then.
            var page = await letters.List(
                request.Caller.Tenant, new DeadLetterFilter(request.Kind, request.Name, IsWaiting: true), new PageRequest(next, 200), cancellationToken);
            waiting.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);

        var failed = 0;
        foreach (var letter in waiting.OrderBy(letter => letter.At).Take(RetryDeadLetters.Most))
        {
            // One that somebody else has tried meanwhile is not there any more, and counts as tried.
            var tried = await letters.RetryOnRecord(events, request.Caller, letter.Id, request.Cause, cancellationToken);
            failed += tried is { IsRefused: true, Refusal.Code: DeadLetterRefusals.FailedAgainCode } ? 1 : 0;
        }

        return new DeadLettersRetried(Math.Min(waiting.Count, RetryDeadLetters.Most), failed, waiting.Count > RetryDeadLetters.Most);
    }
}
