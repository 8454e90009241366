using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Pipeline;

/// <summary>A request from outside: it says who asks and which roles may. <see cref="AuthorisationBehavior{TRequest,TResponse}"/> refuses the rest.</summary>
public interface IAuthorised
{
    Caller Caller { get; }

    /// <summary>Any one of these suffices.</summary>
    static abstract IReadOnlySet<Role> AllowedRoles { get; }
}
