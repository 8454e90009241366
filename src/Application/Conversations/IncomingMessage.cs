using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// One message as the normaliser understood it: the body on topic <c>wa.message.incoming</c>. It holds personal data in clear, so the
/// bus seals it at rest and nothing logs it.
/// </summary>
/// <param name="Type">Meta's type name, also of types that are not understood.</param>
/// <param name="SentAt">Meta's timestamp.</param>
/// <param name="ReceivedAt">When the webhook arrived.</param>
/// <param name="Text">Body of a text, caption of a file, label of a pressed button or row.</param>
/// <param name="Choice">The reply button, template button or list row that was pressed.</param>
/// <param name="ContextWamid">The message it replies to.</param>
/// <param name="UnsupportedType">What Meta says of a message it does not pass on.</param>
/// <param name="RawPayload">Where the webhook's sealed bytes lie.</param>
/// <param name="Subtype">The kind within the type: <c>button_reply</c>, <c>user_changed_number</c>, the type of an edit's new content.</param>
/// <param name="RefersTo">The wamid that a reaction, an edit or a revocation is about; a reaction without text is taken back.</param>
/// <param name="Errors">Why Meta could not pass the message, or its file, on.</param>
/// <param name="Details">The type's own JSON where it has no field here: notices, and types that are not understood.</param>
/// <param name="Facts">Named values within the message: a shared contact, an order's lines, the answers of a flow.</param>
/// <param name="Referral">The advertisement or post that the person came from.</param>
/// <param name="ChangedTo">Whom a notice of a changed number or user id names from now on; <paramref name="From"/> is then who they were.</param>
/// <param name="Normalized">The same message without anything personal, for whoever may not know more.</param>
public sealed record IncomingMessage(
    ChannelId Channel,
    WhatsAppIdentity From,
    string Wamid,
    string Type,
    DateTimeOffset SentAt,
    DateTimeOffset ReceivedAt,
    string? Text = null,
    IncomingChoice? Choice = null,
    IncomingMedia? Media = null,
    IncomingLocation? Location = null,
    string? ContextWamid = null,
    string? ProfileName = null,
    bool Forwarded = false,
    string? UnsupportedType = null,
    Guid? RawPayload = null,
    string? Subtype = null,
    string? RefersTo = null,
    string? GroupId = null,
    IReadOnlyList<IncomingError>? Errors = null,
    string? Details = null,
    IReadOnlyList<IncomingFact>? Facts = null,
    IncomingReferral? Referral = null,
    WhatsAppIdentity? ChangedTo = null,
    NormalizedMessage? Normalized = null)
{
    public override string ToString() => $"IncomingMessage {{ Type = {Type} }}";
}

/// <summary>A pressed button or row: the id that was sent with it, and the label that was shown.</summary>
public sealed record IncomingChoice(string Id, string Title);

/// <summary>A file that Meta announces; it is fetched apart. <paramref name="Sha256"/> as Meta wrote it, base64 or hex.</summary>
public sealed record IncomingMedia(string Id, string MimeType, string? Sha256, string? FileName, bool Voice);

/// <summary>A named value as the client's phone sent it: a person and their numbers, a product and how many, a question and its answer.</summary>
public sealed record IncomingFact(string Name, string Value);

/// <summary>The advertisement or post that led here, as Meta describes it.</summary>
/// <param name="Kind">Meta's word: <c>ad</c> or <c>post</c>.</param>
public sealed record IncomingReferral(string? Kind, string? Url, string? Headline, string? Body);

/// <summary>Degrees, WGS 84.</summary>
public sealed record IncomingLocation(double Latitude, double Longitude, string? Name, string? Address);
