namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Everything one delivery holds, in its order.</summary>
/// <param name="Malformed">What stood in the place of an entry or a change and could not be read as one.</param>
public sealed record NormalisedWebhook(IReadOnlyList<WebhookChange> Changes, IReadOnlyList<MalformedItem> Malformed);

/// <summary>One change of one number or account.</summary>
/// <param name="Field">Meta's name of what changed; only <c>messages</c> is live traffic.</param>
/// <param name="ErrorCodes">Problems of the number or account itself.</param>
/// <param name="Raw">The change's own JSON.</param>
public sealed record WebhookChange(
    string? WabaId,
    string Field,
    string? PhoneNumberId,
    string? DisplayPhoneNumber,
    IReadOnlyList<WhatsAppMessage> Messages,
    IReadOnlyList<WhatsAppStatus> Statuses,
    IReadOnlyList<MalformedItem> Malformed,
    IReadOnlyList<int> ErrorCodes,
    ReadOnlyMemory<byte> Raw);

/// <summary>A message or status that cannot be taken: no id, no sender, not even an object. Its siblings go on.</summary>
public sealed record MalformedItem(string Kind, string Reason, ReadOnlyMemory<byte> Raw);
