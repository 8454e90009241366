using Lawyers.Hub.Domain.Outcomes;
using MediatR;

namespace Lawyers.Hub.Application.Pipeline;

/// <summary>Authorisation on every command and query, whichever door it came through.</summary>
public sealed class AuthorisationBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IAuthorised, IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request.Caller.Roles.Overlaps(TRequest.AllowedRoles)
            ? next()
            : Task.FromResult(TResponse.Refuse(Refusal.Forbidden(
                "role_missing", $"This needs the role {string.Join(" or ", TRequest.AllowedRoles.Order())}.")));
}
