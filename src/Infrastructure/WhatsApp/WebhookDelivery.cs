using System.Buffers;
using System.Text.Json;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Single changes put together again as Meta delivers them, so that one normaliser reads all that is kept.</summary>
internal static class WebhookDelivery
{
    /// <param name="changes">Each account's id with the JSON of its change, which stays as it is to the byte.</param>
    public static byte[] Of(IEnumerable<(string? WabaId, ReadOnlyMemory<byte> Raw)> changes)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("object", WebhookNormaliser.WhatsApp);
            json.WriteStartArray("entry");
            foreach (var (wabaId, raw) in changes)
            {
                json.WriteStartObject();
                if (wabaId is not null)
                {
                    json.WriteString("id", wabaId);
                }

                json.WriteStartArray("changes");
                json.WriteRawValue(raw.Span, skipInputValidation: true);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
