using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Projections;

/// <summary>Who follows the log, how far each has come, and which one stands still and why.</summary>
public sealed record ReadSubscriptions(Caller Caller) : IRequest<Result<Page<Subscription>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class ReadSubscriptionsHandler(ISubscriptions subscriptions) : IRequestHandler<ReadSubscriptions, Result<Page<Subscription>>>
{
    public async Task<Result<Page<Subscription>>> Handle(ReadSubscriptions request, CancellationToken cancellationToken) =>
        new Page<Subscription>(await subscriptions.List(cancellationToken), Next: null);
}
