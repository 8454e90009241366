using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Projections;

/// <summary>One that stands still tries its event again now.</summary>
public sealed record ResumeSubscription(Caller Caller, string Name) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class ResumeSubscriptionHandler(ISubscriptions subscriptions) : IRequestHandler<ResumeSubscription, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(ResumeSubscription request, CancellationToken cancellationToken) =>
        subscriptions.Resume(request.Name, cancellationToken);
}
