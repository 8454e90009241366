using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Testing;
using Lawyers.Hub.Web.Webhook;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>The door alone, over HTTP and on a real database; no worker reads what it takes, nor takes anything from the bus.</summary>
public sealed class WebhookHost : IAsyncDisposable
{
    public const string PlatformSecret = "platform-secret";
    public const string VerifyToken = "platform-token";

    private readonly WebApplication _app;
    private readonly HubDatabase _database;

    private WebhookHost(WebApplication app, HubDatabase database) =>
        (_app, _database, Http) = (app, database, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });

    public HttpClient Http { get; }

    public RecordedDeadLetters DeadLetters => (RecordedDeadLetters)_app.Services.GetRequiredService<IDeadLetters>();

    public IServiceProvider Services => _app.Services;

    public static async Task<WebhookHost> Start(HubDatabase database, string folder, int requestsPerSecond = 2000, int channelRequestsPerSecond = 1500, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hub:DataDirectory"] = folder,
            ["Hub:Roles"] = "gateway",
            ["WhatsApp:AppSecret"] = PlatformSecret,
            ["WhatsApp:VerifyToken"] = VerifyToken,
            ["WhatsApp:RequestsPerSecond"] = requestsPerSecond.ToString(CultureInfo.InvariantCulture),
            ["WhatsApp:ChannelRequestsPerSecond"] = channelRequestsPerSecond.ToString(CultureInfo.InvariantCulture),
        });
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton(database.Source);
        builder.Services.AddSingleton<IEventStore>(database.Store());
        builder.Services.AddSingleton<IDeadLetters, RecordedDeadLetters>();
        builder.Services.AddPrivacy(builder.Configuration);
        builder.Services.AddBus(builder.Configuration);
        builder.Services.AddWhatsApp(builder.Configuration);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseWhatsAppWebhook();
        app.MapWhatsAppWebhook();
        await app.StartAsync();
        return new WebhookHost(app, database);
    }

    /// <summary>A number of its own for a test.</summary>
    public async Task<RegisteredChannel> Register(TenantId tenant, string? appSecret = null, string? verifyToken = null, string? number = null)
    {
        number ??= Number();
        var registered = await Services.GetRequiredService<IChannelCatalog>().Register(
            tenant,
            new ChannelRegistration(new ChannelId(Guid.NewGuid()), number, $"9{number}", "622150001234", new ChannelSecrets("token-of-a-channel", appSecret, verifyToken)),
            CancellationToken.None);
        return registered.Value;
    }

    /// <summary>A phone number id that nothing else uses; its account is "9" before it.</summary>
    public static string Number() => $"3{Random.Shared.NextInt64(10_000_000_000_000, 99_999_999_999_999).ToString(CultureInfo.InvariantCulture)}";

    public Task<HttpResponseMessage> Post(string body, string secret = PlatformSecret) => Post(Encoding.UTF8.GetBytes(body), secret);

    public async Task<HttpResponseMessage> Post(byte[] body, string secret = PlatformSecret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook/whatsapp") { Content = new ByteArrayContent(body) };
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(body, secret));
        return await Http.SendAsync(request);
    }

    /// <summary>As a worker does.</summary>
    public Task Read() => Services.GetRequiredService<DeliveryReader>().Read(CancellationToken.None);

    /// <summary>What lies on the bus for a tenant, in order of arrival, once all that was taken is read.</summary>
    public async Task<IReadOnlyList<BusMessage>> OnTheBus(TenantId tenant)
    {
        await Read();
        var firm = await Services.GetRequiredService<FirmKeyRing>().Of(tenant, CancellationToken.None);
        await using var transaction = await _database.Source.Begin(tenant, CancellationToken.None);
        await using var command = transaction.Command("select topic, key, id, body from bus_messages order by position");
        await using var reader = await command.ExecuteReaderAsync();
        var messages = new List<BusMessage>();
        while (await reader.ReadAsync())
        {
            var (topic, id) = (reader.GetString(0), reader.GetGuid(2));
            messages.Add(new(tenant, topic, reader.GetString(1), id, firm.Open(reader.GetFieldValue<byte[]>(3), $"bus/{topic}/{id:D}")));
        }

        return messages;
    }

    public async Task<long> Rows(string table, TenantId tenant) =>
        (long)(await _database.AsSuperuser($"select count(*) from {table} where tenant_id = '{tenant}'"))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

public sealed class RecordedDeadLetters : IDeadLetters
{
    public ConcurrentQueue<DeadLetter> Letters { get; } = new();

    public Task Add(TenantId tenant, string kind, string name, string reference, string reason, int attempts, CancellationToken cancellationToken)
    {
        Letters.Enqueue(new DeadLetter(tenant, Guid.NewGuid(), kind, name, reference, reason, attempts, default, null));
        return Task.CompletedTask;
    }

    public Task<Page<DeadLetter>> List(TenantId tenant, DeadLetterFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<DeadLetter>([.. Letters], null));

    public Task<Result<Nothing>> Retry(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The door never retries.");
}

/// <summary>Where the master key of one test class lies.</summary>
public sealed class KeyFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lawyers-hub-webhook-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
