using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>A webhook as Meta would post it.</summary>
internal static class Delivery
{
    public static byte[] Of(JsonElement channel, string from, string wamid, string text) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = new[]
        {
            new
            {
                id = channel.GetProperty("wabaId").GetString(),
                changes = new[]
                {
                    new
                    {
                        field = "messages",
                        value = new
                        {
                            messaging_product = "whatsapp",
                            metadata = new
                            {
                                display_phone_number = channel.GetProperty("displayPhoneNumber").GetString(),
                                phone_number_id = channel.GetProperty("phoneNumberId").GetString(),
                            },
                            contacts = new[] { new { profile = new { name = "Klien" }, wa_id = from } },
                            messages = new[]
                            {
                                new
                                {
                                    from,
                                    id = wamid,
                                    timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                                    type = "text",
                                    text = new { body = text },
                                },
                            },
                        },
                    },
                },
            },
        },
    });

    public static string Signature(byte[] body, string secret) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";
}
