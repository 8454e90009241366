using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Clock;
using Lawyers.Hub.Simulator.Graph;
using Lawyers.Hub.Simulator.Journaling;
using Lawyers.Hub.Simulator.Media;
using Lawyers.Hub.Simulator.Webhooks;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>A client writes: the message is in their chat and its webhook on the way to the hub, in one step.</summary>
internal sealed class ClientWriting(Chats chats, MediaStore media, Journal journal, SimulatorClock clock)
{
    private static readonly string[] PassedOn = ["referral", "errors", "unsupported", "group_id", "identity"];

    public async Task<string> Write(
        BusinessChannel channel, ClientPhone phone, ClientMessage written, JsonElement body, CancellationToken cancellationToken)
    {
        var (type, payload, error) = await Store(channel, written, cancellationToken);
        var offered = type is "interactive" or "button" ? Complete(chats.Of(phone.Digits), payload) : null;
        var timestamp = body.TimeAt("timestamp") ?? clock.GetUtcNow();
        var message = new JsonObject
        {
            ["from"] = phone.Digits,
            ["from_user_id"] = phone.UserId,
            ["id"] = ChosenId(body) ?? Wamid.New(),
            ["timestamp"] = timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["type"] = type,
        };
        if (body.FlagAt("hidePhone"))
        {
            message.Remove("from"); // omitted, as for a user with a username, not empty
        }
        if (payload is not null)
        {
            message[type] = payload;
        }
        if (Context(channel, body, offered) is { } context)
        {
            message["context"] = context;
        }
        if (error is not null)
        {
            message["errors"] = new JsonArray(error.ToWebhookJson());
        }
        foreach (var name in PassedOn.Where(name => body.At(name) is not null))
        {
            message[name] = JsonNode.Parse(body.At(name)!.Value.GetRawText());
        }
        Record(channel, phone, message, timestamp, body);
        return message["id"]!.GetValue<string>();
    }

    /// <summary>In the short form of a reply, id is the choice; the message's own id is then only wamid.</summary>
    private static string? ChosenId(JsonElement body) =>
        body.TextAt("wamid") ?? (body.TextAt("type") is "button_reply" or "list_reply" or "nfm_reply" ? null : body.TextAt("id"));

    private void Record(BusinessChannel channel, ClientPhone phone, JsonObject message, DateTimeOffset timestamp, JsonElement body) => journal.Decide(() =>
    {
        var content = JsonSerializer.SerializeToElement(message);
        var (wamid, type) = (content.TextAt("id")!, content.TextAt("type")!);
        var chat = chats.Of(phone.Digits);
        var profile = body.TextAt("name") is { } name && !string.IsNullOrWhiteSpace(name) ? name : chat.ProfileName;
        var entries = new List<JournalEntry>();
        if (profile != chat.ProfileName)
        {
            entries.Add(new ClientNamed(phone.Digits, profile));
        }
        if (chats.Find(wamid) is null) // an id given twice is the same message delivered again
        {
            entries.Add(new MessageRecorded(new ChatMessage(
                wamid, phone.Digits, channel.PhoneNumberId, MessageDirection.In, type, content,
                ReadableText.Of(type, content), timestamp, MessageStatus.Sent)));
        }
        var contact = WebhookPayload.Contact(phone, profile, body.FlagAt("hidePhone"), body.TextAt("username"));
        entries.Add(new WebhookQueued(WebhookPayload.Message(channel, phone, contact, message, wamid)));
        return entries;
    });

    private async Task<(string Type, JsonNode? Payload, GraphError? Error)> Store(
        BusinessChannel channel, ClientMessage written, CancellationToken cancellationToken)
    {
        if (written.File is not { } file)
        {
            return (written.Type, written.Payload, null);
        }
        if (file.Content is null)
        {
            return ("unsupported", null, new GraphError(131052, "The file is larger than 100 MB and cannot be downloaded."));
        }
        var item = await media.Store(file.Content, channel.PhoneNumberId, file.MimeType, file.Filename, byBusiness: false, cancellationToken);
        var payload = new JsonObject
        {
            ["id"] = item.Id,
            ["mime_type"] = item.MimeType,
            ["sha256"] = Convert.ToBase64String(Convert.FromHexString(item.Sha256Hex)),
        };
        if (file.Filename is { } filename && written.Type == "document")
        {
            payload["filename"] = filename;
        }
        if (file.Caption is { Length: > 0 } caption && written.Type is ("image" or "video" or "document"))
        {
            payload["caption"] = caption;
        }
        if (written.Type == "audio")
        {
            payload["voice"] = file.Voice;
        }
        if (written.Type == "sticker")
        {
            payload["animated"] = false;
        }
        return (written.Type, payload, null);
    }

    /// <summary>Finds the message whose button or row was tapped, and fills in the title that stands there.</summary>
    private static OfferedChoice? Complete(Chat chat, JsonNode? payload)
    {
        if (payload is not JsonObject tapped)
        {
            return null;
        }
        if (tapped["payload"] is JsonValue quickReply)
        {
            return OfferedChoice.Find(chat, quickReply.ToString());
        }
        if ((tapped["button_reply"] ?? tapped["list_reply"]) is not JsonObject reply
            || OfferedChoice.Find(chat, reply["id"]?.ToString()) is not { } offered)
        {
            return null;
        }
        reply["title"] ??= offered.Title;
        if (tapped["list_reply"] is not null && offered.Description is { Length: > 0 } description)
        {
            reply["description"] ??= description;
        }
        return offered;
    }

    private static JsonObject? Context(BusinessChannel channel, JsonElement body, OfferedChoice? offered)
    {
        var given = body.ObjectAt("context");
        if ((given?.TextAt("id") ?? given?.TextAt("message_id") ?? offered?.Wamid) is { } quoted)
        {
            return new JsonObject { ["from"] = given?.TextAt("from") ?? channel.DisplayDigits, ["id"] = quoted };
        }
        return given is { } other ? JsonNode.Parse(other.GetRawText())!.AsObject() : null;
    }
}
