using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Web.Api;
using Lawyers.Hub.Web.Demo;
using Lawyers.Hub.Web.Health;
using Lawyers.Hub.Web.Hosting;
using Lawyers.Hub.Web.Live;
using Lawyers.Hub.Web.Logging;
using Lawyers.Hub.Web.Metrics;
using Lawyers.Hub.Web.OpenApi;
using Lawyers.Hub.Web.Sessions;
using Lawyers.Hub.Web.Webhook;

namespace Lawyers.Hub.Web;

/// <summary>The hub's table of contents: its parts, then its routes.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => Lifecycle.Run(async stopping =>
    {
        var builder = WebApplication.CreateBuilder(args);
        using var logs = builder.AddJsonLogs();
        var settings = HubSettings.Read(builder.Configuration);
        await using var home = await DatabaseHome.Open(settings, logs.CreateLogger<DatabaseHome>(), stopping);
        await using var app = Build(builder, settings, home.Connections);
        if (home.IsOwned)
        {
            await app.Services.GetRequiredService<Migrator>().Migrate(home.Connections, stopping);
        }

        if (settings.IsDemo)
        {
            await app.Services.GetRequiredService<DemoSeed>().Run(stopping);
        }

        await app.RunAsync(stopping);
    });

    internal static WebApplication Build(WebApplicationBuilder builder, HubSettings settings, DatabaseConnections connections)
    {
        builder.AddHost(settings);
        builder.AddTelemetry();
        builder.Services
            .AddDatabase(connections)
            .AddApplication()
            .AddRooms(settings, builder.Configuration)
            .AddSessions()
            .AddApi()
            .AddLiveUpdates()
            .AddOpenApiDocument()
            .AddHealth()
            .AddPrometheus();

        var app = builder.Build();
        if (settings.Runs(HubRole.Gateway))
        {
            app.UseWhatsAppWebhook();
            app.MapWhatsAppWebhook();
        }

        app.UseEdge();

        if (settings.Runs(HubRole.Dashboard))
        {
            app.UseOpenApiPage();
            app.MapSession();
            app.MapStaff();
            app.MapFirm();
            app.MapNotifications();
            app.MapConversations();
            app.MapReplies();
            app.MapOutbound();
            app.MapMedia();
            app.MapDrafts();
            app.MapIntakeDefinitions();
            app.MapIntakes();
            app.MapTickets();
            app.MapPacks();
            app.MapMatters();
            app.MapTimeEntries();
            app.MapInvoices();
            app.MapTemplates();
            app.MapKnowledge();
            app.MapAudit();
            app.MapLedger();
            app.MapAssist();
            app.MapOperations();
            app.MapLive();
            app.MapUnknownApiRoutes();
            app.MapDashboardPages();
        }

        app.MapHealth();
        app.MapPrometheus();
        return app;
    }
}
