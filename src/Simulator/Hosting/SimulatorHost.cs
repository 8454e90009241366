using System.Text.Json;
using System.Text.Json.Serialization;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Clock;
using Lawyers.Hub.Simulator.Faults;
using Lawyers.Hub.Simulator.Graph;
using Lawyers.Hub.Simulator.Journaling;
using Lawyers.Hub.Simulator.Media;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Statuses;
using Lawyers.Hub.Simulator.Templates;
using Lawyers.Hub.Simulator.Webhooks;
using Microsoft.AspNetCore.Http.Features;

namespace Lawyers.Hub.Simulator.Hosting;

/// <summary>Puts the rooms together.</summary>
internal static class SimulatorHost
{
    private const long LargestRequest = 160L * 1024 * 1024;

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        var settings = SimulatorSettings.Read(builder.Configuration);
        var configured = BusinessChannel.Read(builder.Configuration);
        if (configured.Count == 0 && settings.Credentials is null)
        {
            throw new StartupProblem("No channel: set Simulator:Channel or, for the hub's own credentials file, Simulator:Credentials.");
        }
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        AddLogging(builder.Logging);
        AddRooms(builder.Services, settings, configured);
        var app = builder.Build();
        _ = app.Services.GetRequiredService<Journal>(); // replayed before the first request
        MapRooms(app);
        app.Lifetime.ApplicationStarted.Register(() => app.Logger.LogInformation(
            "Listening on {Urls}, delivering to {HubUrl}", string.Join(' ', app.Urls), settings.HubUrl));
        return app;
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        // Without scopes and framework chatter: both would name addresses, and addresses name phone numbers.
        logging.ClearProviders();
        logging.AddJsonConsole(console => console.IncludeScopes = false);
        logging.AddFilter("Microsoft", LogLevel.Warning);
    }

    private static void AddRooms(IServiceCollection services, SimulatorSettings settings, IReadOnlyList<BusinessChannel> configured)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new ChannelDirectory(configured));
        services.AddHostedService<CredentialsWatch>();
        services.AddJournaled<SimulatorClock>().AddJournaled<Chats>().AddJournaled<MediaIndex>().AddJournaled<TemplateStore>().AddJournaled<WebhookOutbox>();
        services.AddSingleton<Journal>().AddSingleton<BackgroundFailure>();
        services.AddSingleton<FaultBoard>();
        services.AddSingleton<ChatFeed>().AddSingleton<ClientTicks>().AddSingleton<ClientWriting>();
        services.AddSingleton<MediaStore>().AddSingleton<MediaLink>();
        services.AddSingleton<GraphAccess>().AddSingleton<MessageAcceptance>().AddSingleton<ReadReceipts>();
        services.AddSingleton<StatusProgress>().AddHostedService(provider => provider.GetRequiredService<StatusProgress>());
        services.AddSingleton<TemplateReview>().AddHostedService(provider => provider.GetRequiredService<TemplateReview>());
        services.AddSingleton<WebhookSender>().AddSingleton<ForeignMessages>().AddHostedService<WebhookDispatcher>();
        services.AddProblemDetails();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestRequest);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
    }

    private static void MapRooms(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<PageSecurity>();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.MapMessages();
        app.MapRegistration();
        app.MapTemplates();
        app.MapMedia();
        app.MapClients();
        app.MapWebhooks();
        app.MapFaults();
        app.MapClock();
        app.MapGet("/health/live", () => new { status = "healthy" });
        app.MapGet("/health/ready", (ChannelDirectory channels) => channels.First is null
            ? Results.Json(new { status = "waiting for credentials" }, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Ok(new { status = "healthy" }));
    }

    private static IServiceCollection AddJournaled<T>(this IServiceCollection services) where T : class, IJournaled =>
        services.AddSingleton<T>().AddSingleton<IJournaled>(provider => provider.GetRequiredService<T>());
}
