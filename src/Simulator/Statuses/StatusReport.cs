using System.Globalization;
using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Statuses;

/// <summary>One item of statuses[] in the shape of v24 and later: no conversation, pricing per message.</summary>
internal static class StatusReport
{
    public static JsonObject Of(ChatMessage message, ClientPhone phone, bool hidePhone, MessageStatus status, DateTimeOffset at, JsonObject? error)
    {
        var report = new JsonObject
        {
            ["id"] = message.Wamid,
            ["status"] = MessageView.NameOf(status),
            ["timestamp"] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
        if (!hidePhone)
        {
            report["recipient_id"] = phone.Digits;
        }
        // A failed status names the user only if the message went to the user id.
        if (error is null || message.Content.TextAt("to") is not { Length: > 0 })
        {
            report["recipient_user_id"] = phone.UserId;
        }
        if (message.CallbackData is { } data)
        {
            report["biz_opaque_callback_data"] = data;
        }
        if (status is MessageStatus.Sent or MessageStatus.Delivered)
        {
            report["pricing"] = Pricing(message.Category ?? "service");
        }
        if (error is not null)
        {
            report["errors"] = new JsonArray(error);
        }
        return report;
    }

    /// <summary>Service messages are free up to a monthly number; templates are charged inside the window too.</summary>
    private static JsonObject Pricing(string category)
    {
        var service = category == "service";
        return new JsonObject
        {
            ["billable"] = !service,
            ["pricing_model"] = "PMP",
            ["type"] = service ? "free_customer_service" : "regular",
            ["category"] = category,
        };
    }
}
