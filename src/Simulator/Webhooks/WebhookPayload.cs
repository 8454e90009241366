using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Webhooks;

/// <summary>The envelope that Meta puts round what happened.</summary>
internal static class WebhookPayload
{
    public static PendingWebhook Message(BusinessChannel channel, ClientPhone phone, JsonObject contact, JsonObject message, string wamid)
    {
        var value = Value(channel);
        value["contacts"] = new JsonArray(contact);
        value["messages"] = new JsonArray(message);
        return Pending(channel, $"{channel.PhoneNumberId}/{phone.Digits}", Envelope(channel, "messages", value), wamid);
    }

    public static PendingWebhook Status(BusinessChannel channel, ClientPhone phone, JsonObject? contact, JsonObject status)
    {
        var value = Value(channel);
        if (contact is not null)
        {
            value["contacts"] = new JsonArray(contact);
        }
        value["statuses"] = new JsonArray(status);
        return Pending(channel, $"{channel.PhoneNumberId}/{phone.Digits}", Envelope(channel, "messages", value));
    }

    public static PendingWebhook Account(BusinessChannel channel, string field, JsonObject value, DateTimeOffset at)
    {
        var envelope = Envelope(channel, field, value);
        envelope["entry"]![0]!["time"] = at.ToUnixTimeSeconds();
        return Pending(channel, $"account/{channel.WabaId}", envelope);
    }

    /// <summary>Who wrote. A user with a username may hide the number: then it is absent, not empty.</summary>
    public static JsonObject Contact(ClientPhone phone, string name, bool hidePhone = false, string? username = null)
    {
        var profile = new JsonObject { ["name"] = name };
        if (username is not null)
        {
            profile["username"] = username;
        }
        return hidePhone
            ? new JsonObject { ["profile"] = profile, ["user_id"] = phone.UserId }
            : new JsonObject { ["profile"] = profile, ["wa_id"] = phone.Digits, ["user_id"] = phone.UserId };
    }

    private static JsonObject Value(BusinessChannel channel) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["metadata"] = new JsonObject
        {
            ["display_phone_number"] = channel.DisplayDigits,
            ["phone_number_id"] = channel.PhoneNumberId,
        },
    };

    private static JsonObject Envelope(BusinessChannel channel, string field, JsonObject value) => new()
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = channel.WabaId,
            ["changes"] = new JsonArray(new JsonObject { ["value"] = value, ["field"] = field }),
        }),
    };

    private static PendingWebhook Pending(BusinessChannel channel, string lane, JsonObject envelope, string? clientWamid = null) =>
        new(Guid.NewGuid().ToString("N"), lane, channel.PhoneNumberId, WireJson.Encode(envelope), clientWamid);
}
