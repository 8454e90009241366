using System.Text.Json;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>The business says that it has read what the client wrote, and maybe that it is typing.</summary>
internal sealed class ReadReceipts(Chats chats, ClientTicks ticks, ChatFeed feed)
{
    public GraphError? Mark(BusinessChannel channel, JsonElement body)
    {
        if (body.TextAt("messaging_product") != "whatsapp")
        {
            return new GraphError(131008, "The parameter messaging_product is required.");
        }
        if (body.TextAt("status") != "read")
        {
            return GraphError.Unsupported("Param status must be one of {READ}");
        }
        if (body.TextAt("message_id") is not { Length: > 0 } wamid)
        {
            return GraphError.Missing("message_id");
        }
        if (body.At("typing_indicator") is { } indicator && indicator.TextAt("type") != "text")
        {
            return GraphError.Unsupported("Param typing_indicator['type'] must be one of {TEXT}");
        }
        if (chats.Find(wamid) is not { Direction: MessageDirection.In } message || message.PhoneNumberId != channel.PhoneNumberId)
        {
            return GraphError.Invalid("Parameter message_id is no message that this phone number received.");
        }
        ticks.ReadUpTo(message);
        if (body.At("typing_indicator") is not null)
        {
            feed.PublishTyping(message.Phone);
        }
        return null;
    }
}
