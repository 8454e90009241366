using Lawyers.Hub.Web.Sessions;
using Microsoft.AspNetCore.Antiforgery;

namespace Lawyers.Hub.Web.Api;

/// <summary>A browser sends the session cookie wherever a page tells it to; only the dashboard knows the anti-forgery token beside it.</summary>
internal sealed class AntiforgeryGate(RequestDelegate next, IAntiforgery antiforgery)
{
    public const string Header = "X-CSRF-TOKEN";

    public async Task InvokeAsync(HttpContext context)
    {
        var guarded = context.GetEndpoint()?.Metadata.GetMetadata<ApiEndpoint>() is not null && context.User.IsSession();
        if (guarded && !await antiforgery.IsRequestValidAsync(context))
        {
            await Problems.Of(StatusCodes.Status400BadRequest, "antiforgery", $"Send the session's antiforgeryToken in the header {Header}.")
                .ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}
