using Lawyers.Hub.Application.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Everything one delivery holds, in its order.</summary>
/// <param name="Malformed">What stood in the place of an entry or a change and could not be read as one.</param>
public sealed record NormalisedWebhook(IReadOnlyList<WebhookChange> Changes, IReadOnlyList<MalformedItem> Malformed);

/// <summary>One change of one number or account.</summary>
/// <param name="Field">Meta's name of what changed; only <c>messages</c> is live traffic.</param>
/// <param name="ErrorCodes">Problems of the number or account itself.</param>
/// <param name="Raw">The change's own JSON.</param>
/// <param name="At">When Meta told it; only changes of an account say so.</param>
/// <param name="Aside">What comes under a field of its own and is yet a message's news: a changed user id.</param>
/// <param name="Echoes">What the firm wrote from WhatsApp's own application; <c>From</c> is the client.</param>
/// <param name="Account">What it says of the account, its numbers and templates, or of what clients allow.</param>
public sealed record WebhookChange(
    string? WabaId,
    string Field,
    string? PhoneNumberId,
    string? DisplayPhoneNumber,
    IReadOnlyList<WhatsAppMessage> Messages,
    IReadOnlyList<WhatsAppStatus> Statuses,
    IReadOnlyList<MalformedItem> Malformed,
    IReadOnlyList<int> ErrorCodes,
    ReadOnlyMemory<byte> Raw,
    DateTimeOffset? At,
    IReadOnlyList<WhatsAppMessage> Aside,
    IReadOnlyList<WhatsAppMessage> Echoes,
    IReadOnlyList<AccountChange> Account);

/// <summary>A message or status that cannot be taken: no id, no sender, not even an object. Its siblings go on.</summary>
public sealed record MalformedItem(string Kind, string Reason, ReadOnlyMemory<byte> Raw);
