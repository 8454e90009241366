using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>Buttons, lists and the other messages that a client answers with a tap.</summary>
internal static class InteractiveRules
{
    private const int LongestHeader = 60;
    private const int LongestFooter = 60;

    private static readonly HashSet<string> RarelyUsed =
    [
        "product", "product_list", "catalog_message", "carousel", "address_message", "voice_call", "call_permission_request",
        "request_contact_info",
    ];

    public static IEnumerable<GraphError> Of(JsonElement interactive)
    {
        var type = interactive.TextAt("type");
        if (type is null)
        {
            return [GraphError.Missing("interactive.type")];
        }
        if (type is not ("button" or "list" or "cta_url" or "location_request_message" or "flow"))
        {
            return RarelyUsed.Contains(type) ? [] : [GraphError.Unsupported($"Param interactive['type'] must not be {type}")];
        }
        var action = interactive.ObjectAt("action");
        IEnumerable<GraphError> frame = [.. Body(interactive, type), .. Header(interactive, type), .. Footer(interactive)];
        if (action is null)
        {
            return frame.Append(GraphError.Missing("interactive.action"));
        }
        return frame.Concat(type switch
        {
            "button" => Buttons(action.Value),
            "list" => ListRules.Of(action.Value),
            "cta_url" => LinkButton(action.Value),
            "flow" => Flow(action.Value),
            _ => action.Value.TextAt("name") == "send_location" ? [] : [GraphError.Unsupported("Param action['name'] must be send_location")],
        });
    }

    private static IEnumerable<GraphError> Body(JsonElement interactive, string type)
    {
        var most = type == "list" ? 4096 : 1024;
        var text = interactive.ObjectAt("body")?.TextAt("text");
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return GraphError.Missing("interactive.body.text");
        }
        if (text?.Length > most)
        {
            yield return GraphError.TooLong("interactive.body.text", most);
        }
    }

    private static IEnumerable<GraphError> Header(JsonElement interactive, string type)
    {
        if (interactive.At("header") is not { } header)
        {
            yield break;
        }
        var kind = header.TextAt("type");
        if (kind == "text")
        {
            if (header.TextAt("text") is not { Length: > 0 } text)
            {
                yield return GraphError.Missing("interactive.header.text");
            }
            else if (text.Length > LongestHeader)
            {
                yield return GraphError.TooLong("interactive.header.text", LongestHeader);
            }
            yield break;
        }
        if (kind is not ("image" or "video" or "document") || type is "list")
        {
            yield return GraphError.Unsupported($"Header type {kind ?? "(none)"} is not allowed for interactive {type} messages");
            yield break;
        }
        if (header.ObjectAt(kind) is not { } media)
        {
            yield return GraphError.Missing($"interactive.header.{kind}");
            yield break;
        }
        foreach (var problem in ContentRules.Asset(kind, media))
        {
            yield return problem;
        }
    }

    private static IEnumerable<GraphError> Footer(JsonElement interactive)
    {
        if (interactive.At("footer") is not { } footer)
        {
            yield break;
        }
        if (footer.TextAt("text") is not { Length: > 0 } text)
        {
            yield return GraphError.Missing("interactive.footer.text");
        }
        else if (text.Length > LongestFooter)
        {
            yield return GraphError.TooLong("interactive.footer.text", LongestFooter);
        }
    }

    private static IEnumerable<GraphError> Buttons(JsonElement action)
    {
        var buttons = action.ListAt("buttons");
        if (buttons.Count is 0 or > 3)
        {
            yield return GraphError.Invalid("Interactive messages have 1 to 3 reply buttons.");
        }
        if (buttons.Any(button => button.TextAt("type") != "reply" || button.ObjectAt("reply") is null))
        {
            yield return GraphError.Missing("action.buttons: type reply with its reply object");
            yield break;
        }
        var replies = buttons.Select(button => button.ObjectAt("reply")!.Value).ToList();
        foreach (var problem in replies.SelectMany(reply => Label(reply, "action.buttons.reply", longestId: 256, longestTitle: 20)))
        {
            yield return problem;
        }
        if (replies.Select(reply => reply.TextAt("id")).Distinct().Count() < replies.Count)
        {
            yield return GraphError.Invalid("Duplicated reply id: ids of buttons must be unique.");
        }
        if (replies.Select(reply => reply.TextAt("title")).Distinct().Count() < replies.Count)
        {
            yield return GraphError.Invalid("Duplicated title: titles of buttons must be unique.");
        }
    }

    /// <summary>Id and title of something that can be chosen.</summary>
    public static IEnumerable<GraphError> Label(JsonElement choice, string where, int longestId, int longestTitle)
    {
        var (id, title) = (choice.TextAt("id"), choice.TextAt("title"));
        if (id is not { Length: > 0 })
        {
            yield return GraphError.Missing($"{where}.id");
            yield break;
        }
        if (id.Length > longestId)
        {
            yield return GraphError.TooLong($"{where}.id", longestId);
        }
        if (id.Trim() != id)
        {
            yield return GraphError.Invalid($"{where}.id must not begin or end with a space.");
        }
        if (string.IsNullOrWhiteSpace(title))
        {
            yield return GraphError.Missing($"{where}.title");
        }
        else if (title.Length > longestTitle)
        {
            yield return GraphError.TooLong($"{where}.title", longestTitle);
        }
    }

    private static IEnumerable<GraphError> LinkButton(JsonElement action)
    {
        if (action.TextAt("name") != "cta_url" || action.ObjectAt("parameters") is not { } parameters)
        {
            yield return GraphError.Missing("action: name cta_url with its parameters");
            yield break;
        }
        if (parameters.TextAt("display_text") is not { Length: > 0 and <= 20 })
        {
            yield return GraphError.Invalid("action.parameters.display_text must have 1 to 20 characters.");
        }
        if (!ContentRules.IsWebAddress(parameters.TextAt("url")))
        {
            yield return GraphError.Invalid("action.parameters.url is not a valid URL.");
        }
    }

    private static IEnumerable<GraphError> Flow(JsonElement action)
    {
        if (action.TextAt("name") != "flow" || action.ObjectAt("parameters") is not { } parameters)
        {
            yield return GraphError.Missing("action: name flow with its parameters");
            yield break;
        }
        if (parameters.TextAt("flow_message_version") != "3")
        {
            yield return GraphError.Invalid("action.parameters.flow_message_version must be 3.");
        }
        if ((parameters.TextAt("flow_id") is null) == (parameters.TextAt("flow_name") is null))
        {
            yield return GraphError.Missing("action.parameters: exactly one of flow_id and flow_name");
        }
        if (parameters.TextAt("flow_cta") is not { Length: > 0 and <= 30 })
        {
            yield return GraphError.Invalid("action.parameters.flow_cta must have 1 to 30 characters.");
        }
    }
}
