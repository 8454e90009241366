using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>What every send has in common, and which rules its type adds. Rules come lazily: the first problem found is the answer.</summary>
internal static class MessageRules
{
    public static readonly IReadOnlySet<string> MediaTypes = new HashSet<string> { "image", "video", "audio", "document", "sticker" };

    public static string TypeOf(JsonElement body) => body.TextAt("type") ?? "text";

    public static IEnumerable<GraphError> Envelope(JsonElement body)
    {
        if (body.At("messaging_product") is null)
        {
            yield return new GraphError(131008, "The parameter messaging_product is required.");
        }
        if (body.TextAt("messaging_product") != "whatsapp")
        {
            yield return GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}");
        }
        if (body.TextAt("to") is not { Length: > 0 } && body.TextAt("recipient") is not { Length: > 0 })
        {
            yield return GraphError.Missing("to");
        }
        if ((body.TextAt("recipient_type") ?? "individual") is not ("individual" or "group"))
        {
            yield return GraphError.Unsupported("Param recipient_type must be one of {INDIVIDUAL, GROUP}");
        }
        if (body.At("type") is { ValueKind: not JsonValueKind.String })
        {
            yield return GraphError.Unsupported("Param type must be a string");
        }
        if (body.At("biz_opaque_callback_data") is { } data && (data.ValueKind != JsonValueKind.String || data.GetString()!.Length > 512))
        {
            yield return GraphError.TooLong("biz_opaque_callback_data", 512);
        }
        if (body.At("context") is { } context && context.TextAt("message_id") is not { Length: > 0 })
        {
            yield return GraphError.Missing("context.message_id");
        }
    }

    public static IEnumerable<GraphError> Payload(JsonElement body)
    {
        var type = TypeOf(body);
        if (type is "template")
        {
            return []; // checked against its definition
        }
        if (type is "contacts")
        {
            return ContentRules.Contacts(body);
        }
        if (type is not ("text" or "location" or "reaction" or "interactive") && !MediaTypes.Contains(type))
        {
            return [GraphError.Unsupported($"Param type must be one of the supported message types, not {type}")];
        }
        if (body.ObjectAt(type) is not { } payload)
        {
            return [GraphError.Missing(type)];
        }
        return type switch
        {
            "text" => ContentRules.Text(payload),
            "location" => ContentRules.Location(payload),
            "reaction" => ContentRules.Reaction(payload),
            "interactive" => InteractiveRules.Of(payload),
            _ => ContentRules.Media(type, payload),
        };
    }
}
