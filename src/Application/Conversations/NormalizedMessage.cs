using System.Text.Json.Serialization;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// A message on the bus as far as everybody may know it: no words, no number, no name. Its form is
/// <c>docs/messages/normalized-message.schema.json</c>.
/// </summary>
/// <param name="Id">Follows from number and wamid, so that a repetition is the same message.</param>
/// <param name="Direction"><c>inbound</c>, or <c>outbound</c> for what the firm wrote past the hub.</param>
/// <param name="SenderHash">The firm's blind index of the client's number, or user id where that alone is known: 64 hex digits.</param>
/// <param name="MessageType">Meta's type name.</param>
/// <param name="ContentRef">Where the delivery that holds the content lies, sealed, for seven days.</param>
/// <param name="Timestamp">Meta's; arrival where it told none.</param>
public sealed record NormalizedMessage(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("tenantId")] Guid TenantId,
    [property: JsonPropertyName("channel")] Guid Channel,
    [property: JsonPropertyName("direction")] string Direction,
    [property: JsonPropertyName("senderHash")] string SenderHash,
    [property: JsonPropertyName("messageType")] string MessageType,
    [property: JsonPropertyName("contentRef")] Guid? ContentRef,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp)
{
    public const string Inbound = "inbound";
    public const string Outbound = "outbound";
}
