using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>A signed webhook with one message in it.</summary>
internal sealed record Delivery(Utterance Said, string Wamid, byte[] Body, string Signature)
{
    public HttpRequestMessage ToRequest()
    {
        var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, "/webhook/whatsapp")
        {
            Content = content,
            Headers = { { WebhookSignature.Header, Signature } },
        };
    }
}

/// <summary>Writes and signs webhooks as Meta does for one channel.</summary>
internal sealed class Deliveries(string phoneNumberId, string wabaId, string appSecret)
{
    public static Deliveries Of(JsonElement channel) => new(
        channel.GetProperty("phoneNumberId").GetString()!, channel.GetProperty("wabaId").GetString()!, channel.GetProperty("appSecret").GetString()!);

    public static string WaId(int client) => string.Create(CultureInfo.InvariantCulture, $"62812555{client:00000}");

    public Delivery Of(Utterance said)
    {
        var wamid = $"wamid.{Convert.ToBase64String(Guid.NewGuid().ToByteArray())}";
        var waId = WaId(said.Client);
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = WebhookNormaliser.WhatsApp,
            entry = new[] { new { id = wabaId, changes = new[] { new { field = WebhookNormaliser.LiveField, value = Value(said, wamid, waId) } } } },
        });
        return new(said, wamid, body, WebhookSignature.Of(body, appSecret));
    }

    private object Value(Utterance said, string wamid, string waId) => new
    {
        messaging_product = "whatsapp",
        metadata = new { display_phone_number = "622150000000", phone_number_id = phoneNumberId },
        contacts = new[] { new { profile = new { name = "Klien" }, wa_id = waId } },
        messages = new[]
        {
            new
            {
                from = waId,
                id = wamid,
                timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                type = "text",
                text = new { body = said.Text },
            },
        },
    };
}
