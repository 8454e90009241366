using System.Security.Cryptography;
using System.Text.Json;
using Lawyers.Hub.Application.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// A field that told of changed user ids for some months, before a <c>system</c> message did. It is read as that message; it has no wamid,
/// so one follows from its bytes.
/// </summary>
internal static class UserIdUpdate
{
    public const string Field = "user_id_update";

    public static IReadOnlyList<WhatsAppMessage> Read(JsonElement value) => [.. value.Items(Field).Select(Message).OfType<WhatsAppMessage>()];

    private static WhatsAppMessage? Message(JsonElement update)
    {
        var (number, current) = WebhookContacts.Split(update.Text("wa_id"), update.Object("user_id")?.Text("current"));
        var previous = update.Object("user_id")?.Text("previous");
        return current is null || (previous is null && number is null)
            ? null
            : new WhatsAppMessage(
                $"{Field}.{Convert.ToHexStringLower(SHA256.HashData(update.RawBytes()))}",
                previous is null ? new(number, null) : new WhatsAppIdentity(null, previous),
                "system",
                Subtype: "user_changed_user_id",
                SentAt: update.Instant("timestamp"),
                Text: update.Text("detail"),
                Details: update.Raw(),
                ChangedTo: new WhatsAppIdentity(number, current));
    }
}
