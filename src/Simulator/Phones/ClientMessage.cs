using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>What a client sends, read from the control API's liberal form into the shape of messages[] in a webhook.</summary>
/// <param name="Payload">The object named like the type; null for types that have none.</param>
/// <param name="File">A file to be stored first, for media.</param>
internal sealed record ClientMessage(string Type, JsonNode? Payload, ClientFile? File)
{
    private static readonly HashSet<string> MediaTypes = ["image", "video", "audio", "document", "sticker", "voice"];

    /// <summary>The message, or what is wrong with the request.</summary>
    public static (ClientMessage? Message, string? Problem) Read(JsonElement body)
    {
        var type = body.TextAt("type") ?? (body.At("text") is null ? null : "text");
        return type switch
        {
            null or "" => (null, "type is missing."),
            "text" => Text(body),
            "button_reply" or "list_reply" or "nfm_reply" => Interactive(body, type),
            "interactive" => Interactive(body.ObjectAt("interactive"), null),
            "button" => Button(body.ObjectAt("button") ?? body),
            "location" => Location(body),
            "reaction" => Reaction(body.ObjectAt("reaction") ?? body),
            _ when MediaTypes.Contains(type) => Media(type, body),
            _ => (new ClientMessage(type, Copy(body.At(type)), null), null),
        };
    }

    private static (ClientMessage?, string?) Text(JsonElement body)
    {
        var text = body.TextAt("text") ?? body.ObjectAt("text")?.TextAt("body");
        return string.IsNullOrEmpty(text) ? (null, "text is missing.") : (new("text", new JsonObject { ["body"] = text }, null), null);
    }

    private static (ClientMessage?, string?) Interactive(JsonElement? source, string? shortForm)
    {
        if (source is not { } interactive)
        {
            return (null, "interactive is missing.");
        }
        if ((shortForm ?? interactive.TextAt("type")) is not { } kind)
        {
            // An empty object is what the platform sends beside errors.
            return (new("interactive", Copy(interactive), null), null);
        }
        var reply = Copy(interactive.ObjectAt(kind)) as JsonObject ?? Pick(interactive, "id", "title", "description", "name", "body", "response_json");
        return kind is "button_reply" or "list_reply" && reply["id"] is null
            ? (null, $"{kind}.id is missing.")
            : (new("interactive", new JsonObject { ["type"] = kind, [kind] = reply }, null), null);
    }

    private static (ClientMessage?, string?) Button(JsonElement button)
    {
        var text = button.TextAt("text") ?? button.TextAt("payload");
        return text is null
            ? (null, "button.text is missing.")
            : (new("button", new JsonObject { ["payload"] = button.TextAt("payload") ?? text, ["text"] = text }, null), null);
    }

    private static (ClientMessage?, string?) Location(JsonElement body)
    {
        var location = body.ObjectAt("location");
        // Beside the type, name is the client's own; a place's name stands inside location.
        var place = location is { } given
            ? Pick(given, "latitude", "longitude", "name", "address", "url")
            : Pick(body, "latitude", "longitude", "address", "url");
        return (location ?? body).NumberAt("latitude") is null || (location ?? body).NumberAt("longitude") is null
            ? (null, "latitude and longitude are missing.")
            : (new("location", place, null), null);
    }

    private static (ClientMessage?, string?) Reaction(JsonElement reaction)
    {
        if ((reaction.TextAt("message_id") ?? reaction.TextAt("messageId")) is not { } target)
        {
            return (null, "reaction.message_id is missing.");
        }
        var payload = new JsonObject { ["message_id"] = target };
        if (reaction.TextAt("emoji") is { Length: > 0 } emoji)
        {
            payload["emoji"] = emoji; // a removed reaction has none
        }
        return (new("reaction", payload, null), null);
    }

    private static (ClientMessage?, string?) Media(string type, JsonElement body)
    {
        var (file, problem) = ClientFile.Read(type, body.ObjectAt(type) ?? body);
        return file is null ? (null, problem) : (new(type == "voice" ? "audio" : type, null, file), null);
    }

    private static JsonObject Pick(JsonElement source, params string[] names)
    {
        var picked = new JsonObject();
        foreach (var name in names)
        {
            if (source.At(name) is { } value)
            {
                picked[name] = Copy(value);
            }
        }
        return picked;
    }

    private static JsonNode? Copy(JsonElement? element) => element is { } value ? JsonNode.Parse(value.GetRawText()) : null;
}
