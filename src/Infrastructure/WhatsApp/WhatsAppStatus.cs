using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What Meta says became of a message that was sent, before it is known through which channel.</summary>
/// <param name="Recipient"><c>null</c> where Meta may not show it.</param>
public sealed record WhatsAppStatus(
    string Wamid,
    WhatsAppIdentity? Recipient,
    string Status,
    DateTimeOffset? At,
    IReadOnlyList<IncomingError> Errors,
    string? CallbackData,
    Pricing? Pricing = null)
{
    public IncomingStatus Through(ChannelId channel, DateTimeOffset receivedAt) =>
        new(channel, Recipient, Wamid, Status, At is { } told && told < receivedAt ? told : receivedAt, Errors, CallbackData, Pricing);

    public override string ToString() => $"{Status} ***";
}
