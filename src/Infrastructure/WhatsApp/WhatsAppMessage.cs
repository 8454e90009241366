using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>One inbound message as Meta told it, before it is known whose channel it came through. What a type does not have is <c>null</c>.</summary>
/// <param name="Wamid">Meta's id: opaque, case-sensitive.</param>
/// <param name="Type">Meta's type name; <c>unknown</c> where there was none that could be one.</param>
/// <param name="Subtype">The kind within the type: <c>button_reply</c>, <c>user_changed_number</c>, the name of what is unsupported.</param>
/// <param name="SentAt">Meta's timestamp; <c>null</c> where it was missing or unreadable.</param>
/// <param name="RefersTo">The wamid that a reaction, an edit or a revocation is about.</param>
/// <param name="Details">The type's own JSON for what has no field here: notices, and types that are not understood.</param>
/// <param name="Facts">Named values within the message: a shared contact, an order's lines, the answers of a flow.</param>
/// <param name="Referral">The advertisement or post that the person came from.</param>
/// <param name="ChangedTo">Whom a notice of a changed number or user id names from now on; <paramref name="From"/> is then who they were.</param>
public sealed record WhatsAppMessage(
    string Wamid,
    WhatsAppIdentity From,
    string Type,
    string? Subtype = null,
    DateTimeOffset? SentAt = null,
    string? Text = null,
    IncomingChoice? Choice = null,
    IncomingMedia? Media = null,
    IncomingLocation? Location = null,
    string? ContextWamid = null,
    string? RefersTo = null,
    string? ProfileName = null,
    bool Forwarded = false,
    string? GroupId = null,
    IReadOnlyList<IncomingError>? Errors = null,
    string? Details = null,
    IReadOnlyList<IncomingFact>? Facts = null,
    IncomingReferral? Referral = null,
    WhatsAppIdentity? ChangedTo = null)
{
    /// <summary>The message where it arrived. It may be delivered days late, so Meta's timestamp counts; one from the future is a wrong clock.</summary>
    public IncomingMessage At(ChannelId channel, DateTimeOffset receivedAt, Guid rawPayload) => new(
        channel,
        From,
        Wamid,
        Type,
        SentAt is { } sent && sent < receivedAt ? sent : receivedAt,
        receivedAt,
        Text,
        Choice,
        Media,
        Location,
        ContextWamid,
        ProfileName,
        Forwarded,
        UnsupportedType: Type is "unsupported" ? Subtype : null,
        rawPayload,
        Subtype,
        RefersTo,
        GroupId,
        Errors,
        Details,
        Facts,
        Referral,
        ChangedTo);

    public override string ToString() => $"{Type} ***";
}
