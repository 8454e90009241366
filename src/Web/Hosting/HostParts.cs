using Lawyers.Hub.Web.Api;
using Lawyers.Hub.Web.Logging;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>The server itself: its limits, and what every request passes.</summary>
internal static class HostParts
{
    private const long LargestBody = 4 * 1024 * 1024;

    public static void AddHost(this WebApplicationBuilder builder, HubSettings settings)
    {
        builder.Services.AddSingleton(settings);

        // A part that misses another is found at the start, whatever the environment is called.
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        if (builder.Configuration["urls"] is not { Length: > 0 })
        {
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddResponseCompression(options =>
        {
            // Files only: an answer of the API could hold a secret beside a caller's own words.
            options.MimeTypes = ["text/javascript", "text/css", "image/svg+xml", "application/manifest+json"];
            options.EnableForHttps = true;
        });
    }

    public static void UseEdge(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseDashboardFiles();
        app.UseMiddleware<NothingSent>();
        app.UseRouting();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), api => api.UseStatusCodePages());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<AntiforgeryGate>();
        app.UseMiddleware<IdempotencyGate>();
    }
}
