using Lawyers.Hub.Application.Privacy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>One inbound message as Meta told it, in our words. What a type does not have is <c>null</c>; a type we do not know keeps its name.</summary>
/// <param name="Wamid">Meta's id: opaque, case-sensitive.</param>
/// <param name="Type">Meta's type name, such as <c>text</c>, <c>interactive</c>, <c>reaction</c>; <c>unknown</c> where there was none.</param>
/// <param name="Subtype">The kind within the type: <c>button_reply</c>, <c>user_changed_number</c>, the name of what is unsupported.</param>
/// <param name="SentAt">Meta's timestamp; <c>null</c> where it was missing or unreadable, then arrival counts.</param>
/// <param name="Text">What a person would read: body, caption, title of the chosen button or row.</param>
/// <param name="RefersTo">The wamid that a reaction, an edit or a revocation is about.</param>
/// <param name="Referral">The advertisement or post that led the client here, as Meta's JSON.</param>
/// <param name="Details">The type's own JSON for what has no field here: location, contacts, order, flow answer.</param>
public sealed record WhatsAppMessage(
    string Wamid,
    WhatsAppIdentity From,
    string Type,
    string? Subtype = null,
    DateTimeOffset? SentAt = null,
    string? Text = null,
    ChosenOption? Chosen = null,
    AnnouncedMedia? Media = null,
    string? ContextWamid = null,
    string? RefersTo = null,
    string? ProfileName = null,
    bool Forwarded = false,
    string? GroupId = null,
    IdentityChange? IdentityChange = null,
    IReadOnlyList<WhatsAppError>? Errors = null,
    string? Referral = null,
    string? Details = null)
{
    /// <summary>Only what a person does in the chat opens the service window; notices and things we cannot show do not.</summary>
    public bool OpensWindow => Type is not ("system" or "request_welcome" or "reaction" or "unsupported" or "unknown" or "revoke");

    public override string ToString() => $"{Type} ***";
}

/// <summary>A button or a list row that the client chose; <paramref name="Id"/> is what the hub gave it.</summary>
public sealed record ChosenOption(OptionKind Kind, string? Id, string? Title)
{
    public override string ToString() => $"{Kind} ***";
}

public enum OptionKind
{
    Button,
    ListRow,

    /// <summary>The quick reply of a template.</summary>
    TemplateButton,
}

/// <summary>A file that Meta holds for a few days and hands out by id.</summary>
/// <param name="Sha256">As Meta wrote it: base64 or hex.</param>
public sealed record AnnouncedMedia(string Id, string? MimeType, string? Sha256, string? FileName, long? Size, bool IsVoice)
{
    public override string ToString() => $"{MimeType} ***";
}

/// <summary>A system message saying that a person is now known by another number or user id.</summary>
public sealed record IdentityChange(string? NewWaId, string? NewUserId, string? PreviousUserId)
{
    public override string ToString() => "***";
}

/// <summary>An error of Meta's: decide by <paramref name="Code"/> and <paramref name="Details"/> only.</summary>
public sealed record WhatsAppError(int Code, string? Title, string? Details);
