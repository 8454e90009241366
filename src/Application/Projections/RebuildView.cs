using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Projections;

/// <summary>A view is folded anew beside the live one, and replaces it.</summary>
public sealed record RebuildView(Caller Caller, string Name) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class RebuildViewHandler(ISubscriptions subscriptions) : IRequestHandler<RebuildView, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(RebuildView request, CancellationToken cancellationToken) =>
        subscriptions.Rebuild(request.Name, cancellationToken);
}
