using System.Text.Json;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>As the business sees it: <see cref="In"/> is what the client wrote.</summary>
internal enum MessageDirection
{
    In,
    Out,
}

/// <summary>In the order in which a message goes through them; <see cref="Failed"/> ends it early.</summary>
internal enum MessageStatus
{
    Accepted,
    Sent,
    Delivered,
    Read,
    Failed,
}

/// <summary>One message of one chat.</summary>
/// <param name="Content">What the client wrote, as in the webhook; what the business sent, as in its request.</param>
/// <param name="Text">What a person reads of it.</param>
/// <param name="Rendered">A template with its values filled in.</param>
/// <param name="Category">What the message is priced as.</param>
internal sealed record ChatMessage(
    string Wamid,
    string Phone,
    string PhoneNumberId,
    MessageDirection Direction,
    string Type,
    JsonElement Content,
    string Text,
    DateTimeOffset Timestamp,
    MessageStatus Status,
    JsonElement? Rendered = null,
    string? CallbackData = null,
    string? Category = null,
    int? ErrorCode = null)
{
    /// <summary>Reactions, notices and what WhatsApp could not show do not open the customer service window.</summary>
    public bool OpensWindow => Direction == MessageDirection.In
        && Type is not ("reaction" or "system" or "request_welcome" or "unsupported" or "unknown");
}
