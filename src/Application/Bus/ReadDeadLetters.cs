using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Bus;

/// <summary>What could not be processed, latest first.</summary>
public sealed record ReadDeadLetters(Caller Caller, DeadLetterFilter Filter, PageRequest Page) : IRequest<Result<Page<DeadLetter>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class ReadDeadLettersHandler(IDeadLetters letters) : IRequestHandler<ReadDeadLetters, Result<Page<DeadLetter>>>
{
    public async Task<Result<Page<DeadLetter>>> Handle(ReadDeadLetters request, CancellationToken cancellationToken) =>
        await letters.List(request.Caller.Tenant, request.Filter, request.Page, cancellationToken);
}
