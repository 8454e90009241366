using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>What Meta says of a message that was sent: the body on topic <c>wa.status.update</c>.</summary>
/// <param name="To">The recipient, as far as Meta names it.</param>
/// <param name="Status">Meta's word: sent, delivered, read, played, failed, or one not known yet.</param>
/// <param name="CallbackData">The <c>biz_opaque_callback_data</c> of our own send.</param>
/// <param name="Pricing">What Meta charges; it comes with some statuses only.</param>
public sealed record IncomingStatus(
    ChannelId Channel,
    WhatsAppIdentity? To,
    string Wamid,
    string Status,
    DateTimeOffset At,
    IReadOnlyList<IncomingError> Errors,
    string? CallbackData,
    Pricing? Pricing = null)
{
    public override string ToString() => $"IncomingStatus {{ Status = {Status} }}";
}

/// <summary>Meta's error: decide on <paramref name="Code"/> and <paramref name="Details"/> alone.</summary>
public sealed record IncomingError(int Code, string? Title, string? Details);
