using System.Diagnostics;
using System.Text.Json.Nodes;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outbound;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>A message as the Graph API wants it.</summary>
internal static class GraphApiBody
{
    public static JsonObject Of(WhatsAppIdentity to, OutboundBody body, OutboundMessageId callback, string? quotedWamid)
    {
        var (type, content) = Content(body);
        var message = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["recipient_type"] = "individual",
            ["type"] = type,
            [type] = content,
            ["biz_opaque_callback_data"] = callback.ToString(),
        };
        if (to.WaId is { } phone)
        {
            // Without the plus Meta may take the number for a local one and put its own country before it.
            message["to"] = $"+{phone}";
        }
        else
        {
            message["recipient"] = to.UserId;
        }

        if (quotedWamid is not null)
        {
            message["context"] = new JsonObject { ["message_id"] = quotedWamid };
        }

        return message;
    }

    /// <summary>That a message of the client, and all before it, was read.</summary>
    public static JsonObject Read(string wamid, bool typing)
    {
        var body = new JsonObject { ["messaging_product"] = "whatsapp", ["status"] = "read", ["message_id"] = wamid };
        if (typing)
        {
            body["typing_indicator"] = new JsonObject { ["type"] = "text" };
        }

        return body;
    }

    private static (string Type, JsonObject Content) Content(OutboundBody body) => body switch
    {
        OutboundBody.Text text => ("text", new JsonObject { ["body"] = text.Body, ["preview_url"] = false }),
        OutboundBody.Buttons buttons => ("interactive", Interactive("button", buttons.Body, new JsonObject
        {
            ["buttons"] = Each(buttons.Choices, button => new JsonObject
            {
                ["type"] = "reply",
                ["reply"] = new JsonObject { ["id"] = button.Id, ["title"] = button.Title },
            }),
        })),
        OutboundBody.List list => ("interactive", Interactive("list", list.Body, new JsonObject
        {
            ["button"] = list.Button,
            ["sections"] = Each(list.Rows.GroupBy(row => row.Section), Section),
        })),
        OutboundBody.Template template => ("template", Template(template)),
        OutboundBody.Media media => (media.Format, Media(media)),
        _ => throw new UnreachableException(body.GetType().Name),
    };

    private static JsonObject Interactive(string type, string text, JsonObject action) =>
        new() { ["type"] = type, ["body"] = new JsonObject { ["text"] = text }, ["action"] = action };

    private static JsonObject Section(IGrouping<string?, ListRow> section)
    {
        var json = new JsonObject { ["rows"] = Each(section, Row) };
        if (section.Key is { } title)
        {
            json["title"] = title;
        }

        return json;
    }

    private static JsonObject Row(ListRow row)
    {
        var json = new JsonObject { ["id"] = row.Id, ["title"] = row.Title };
        if (!string.IsNullOrEmpty(row.Description))
        {
            json["description"] = row.Description;
        }

        return json;
    }

    private static JsonObject Media(OutboundBody.Media media)
    {
        var json = new JsonObject { ["id"] = media.MetaId };
        if (media.Caption is { } caption)
        {
            json["caption"] = caption;
        }

        if (media.Kind == MediaKind.Document)
        {
            json["filename"] = media.FileName; // of other kinds no name is shown
        }

        return json;
    }

    private static JsonObject Template(OutboundBody.Template template)
    {
        var (_, name, language, components) = template.Message;
        var json = new JsonObject { ["name"] = name, ["language"] = new JsonObject { ["code"] = language } };
        if (JsonNode.Parse(components) is JsonArray { Count: > 0 } filled)
        {
            json["components"] = filled;
        }

        return json;
    }

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);
}
