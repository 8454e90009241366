using Lawyers.Hub.Web.Api;

namespace Lawyers.Hub.Web.Live;

internal static class LiveEndpoint
{
    public static IServiceCollection AddLiveUpdates(this IServiceCollection services) => services.AddSingleton<LiveUpdates>();

    public static void MapLive(this IEndpointRouteBuilder app) => app.MapApi("/live", "Live")
        .MapGet("/", Follow)
        .WithName("FollowChanges")
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream");

    private static Task Follow(HttpContext context, LiveUpdates updates, CancellationToken cancellationToken) => updates.Stream(context);
}
