using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>Signed webhooks of one text message each, from a few hundred clients in turn.</summary>
internal sealed class Deliveries(string phoneNumberId, string wabaId, string appSecret)
{
    public const int Clients = 300;

    private int _count;

    public HttpRequestMessage Next() => From(Interlocked.Increment(ref _count) % Clients);

    /// <param name="client">Which of them; numbers beyond <see cref="Clients"/> are nobody else's.</param>
    public HttpRequestMessage From(int client)
    {
        var number = Interlocked.Increment(ref _count);
        var waId = string.Create(CultureInfo.InvariantCulture, $"62812555{client:00000}");
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "whatsapp_business_account",
            entry = new[]
            {
                new
                {
                    id = wabaId,
                    changes = new[]
                    {
                        new
                        {
                            field = "messages",
                            value = new
                            {
                                messaging_product = "whatsapp",
                                metadata = new { display_phone_number = "622150000000", phone_number_id = phoneNumberId },
                                contacts = new[] { new { profile = new { name = "Klien" }, wa_id = waId } },
                                messages = new[]
                                {
                                    new
                                    {
                                        from = waId,
                                        id = $"wamid.{Convert.ToBase64String(Guid.NewGuid().ToByteArray())}",
                                        timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                                        type = "text",
                                        text = new { body = string.Create(CultureInfo.InvariantCulture, $"Pesan nomor {number}: kakak saya ditahan polisi") },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        });
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, "/webhook/whatsapp")
        {
            Content = content,
            Headers = { { "X-Hub-Signature-256", WebhookSignature.Of(body, appSecret) } },
        };
    }
}
