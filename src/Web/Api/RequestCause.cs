using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Web.Sessions;

namespace Lawyers.Hub.Web.Api;

/// <summary>
/// The cause of what a request changes: the same <c>Idempotency-Key</c> of the same caller on the same route is the same cause, so a
/// repeated request changes nothing even if its first answer was lost. Without the header every request is its own cause.
/// </summary>
internal sealed record RequestCause(CauseId Id)
{
    public const string Header = "Idempotency-Key";
    public const int LongestKey = 200;

    public static RequestCause Of(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        return new RequestCause(key.Length == 0
            ? new CauseId(Guid.NewGuid())
            : CauseId.Of($"{context.User.ToCaller().Tenant}/{context.User.ToCaller().Actor}/{RouteOf(context.Request)}/{key}"));
    }

    public static string RouteOf(HttpRequest request) => $"{request.Method} {request.Path}";
}
