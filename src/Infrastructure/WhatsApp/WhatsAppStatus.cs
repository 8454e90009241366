using Lawyers.Hub.Application.Privacy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>What Meta says became of a message that the hub sent.</summary>
/// <param name="Status">Meta's word: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>played</c>, <c>failed</c>, or one we do not know yet.</param>
/// <param name="Recipient"><c>null</c> where Meta may not show it.</param>
/// <param name="CallbackData">What the send carried: the safe correlation when its answer was lost.</param>
public sealed record WhatsAppStatus(
    string Wamid,
    WhatsAppIdentity? Recipient,
    string Status,
    DateTimeOffset? At,
    IReadOnlyList<WhatsAppError> Errors,
    string? CallbackData,
    string? PricingCategory)
{
    public override string ToString() => $"{Status} ***";
}
