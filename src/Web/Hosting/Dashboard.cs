using System.Net.Mime;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>
/// Serves the built dashboard: its files, and its page for every address below <c>/</c> that is no file, so that a link into the
/// application works. The page gets a new style nonce each time.
/// </summary>
internal static class Dashboard
{
    /// <summary>Where the built dashboard lies; by default beside the program.</summary>
    public const string Setting = "Dashboard:Folder";

    private const string NoncePlaceholder = "__CSP_NONCE__";
    private const string Page = "index.html";

    public static void UseDashboardFiles(this WebApplication app)
    {
        if (!Directory.Exists(Folder(app)))
        {
            return;
        }

        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Folder(app)),
            ContentTypeProvider = types,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                    ? "public, max-age=31536000, immutable" // their names hold a hash of their content
                    : "no-cache",
        });
    }

    public static void MapDashboardPages(this WebApplication app)
    {
        var page = Path.Combine(Folder(app), Page);
        app.MapFallback("{**path:nonfile}", async context =>
        {
            if (!File.Exists(page))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                await context.Response.WriteAsync("The dashboard is not built. Run: bash build/run.sh");
                return;
            }

            var html = await File.ReadAllTextAsync(page, context.RequestAborted);
            context.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
            context.Response.Headers.CacheControl = "no-cache";
            await context.Response.WriteAsync(html.Replace(NoncePlaceholder, SecurityHeaders.NonceOf(context), StringComparison.Ordinal));
        }).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    }

    private static string Folder(WebApplication app) =>
        Path.GetFullPath(app.Configuration[Setting] ?? Path.Combine(AppContext.BaseDirectory, "dashboard"));
}
