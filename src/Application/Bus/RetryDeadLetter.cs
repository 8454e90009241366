using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Bus;

/// <summary>What could not be processed, latest first.</summary>
public sealed record ReadDeadLetters(Caller Caller, PageRequest Page) : IRequest<Result<Page<DeadLetter>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class ReadDeadLettersHandler(IDeadLetters letters) : IRequestHandler<ReadDeadLetters, Result<Page<DeadLetter>>>
{
    public async Task<Result<Page<DeadLetter>>> Handle(ReadDeadLetters request, CancellationToken cancellationToken) =>
        await letters.List(request.Caller.Tenant, request.Page, cancellationToken);
}

/// <summary>One more attempt, now.</summary>
public sealed record RetryDeadLetter(Caller Caller, Guid Letter) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class RetryDeadLetterHandler(IDeadLetters letters) : IRequestHandler<RetryDeadLetter, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(RetryDeadLetter request, CancellationToken cancellationToken) =>
        letters.Retry(request.Caller.Tenant, request.Letter, cancellationToken);
}
