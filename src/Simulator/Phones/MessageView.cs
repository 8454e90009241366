using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>A message as the control API and the phone page show it.</summary>
internal static class MessageView
{
    public static JsonObject Of(ChatMessage message)
    {
        var view = new JsonObject
        {
            ["wamid"] = message.Wamid,
            ["direction"] = message.Direction == MessageDirection.In ? "in" : "out",
            ["type"] = message.Type,
            ["text"] = message.Text,
            ["timestamp"] = message.Timestamp.UtcDateTime.ToString("O"),
            ["status"] = NameOf(message.Status),
            ["phoneNumberId"] = message.PhoneNumberId,
        };
        if (message.Type != "text" && message.Content.At(message.Type) is { } payload)
        {
            view[message.Type] = JsonNode.Parse(payload.GetRawText());
        }
        if (message.Content.ObjectAt("context") is { } context)
        {
            view["context"] = new JsonObject { ["id"] = context.TextAt("id") ?? context.TextAt("message_id") };
        }
        if (message.Rendered is { } rendered)
        {
            view["rendered"] = JsonNode.Parse(rendered.GetRawText());
        }
        if (message.ErrorCode is { } code)
        {
            view["errorCode"] = code;
        }
        return view;
    }

    public static string NameOf(MessageStatus status) => status switch
    {
        MessageStatus.Accepted => "accepted",
        MessageStatus.Sent => "sent",
        MessageStatus.Delivered => "delivered",
        MessageStatus.Read => "read",
        MessageStatus.Failed => "failed",
    };
}
