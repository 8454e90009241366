using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>What Meta says of a message template; the firm's own wish for it is another thing.</summary>
/// <param name="Name">As it is sent by.</param>
/// <param name="Language">With an underscore, as it is sent: <c>id</c>, <c>en_US</c>.</param>
/// <param name="At">Meta's time.</param>
public abstract record TemplateEvent(TemplateId Template, string Name, string Language, DateTimeOffset At) : IDomainEvent;

/// <summary>Meta approved, rejected, paused, disabled or otherwise changed what may be done with the template.</summary>
/// <param name="Status">Meta's word, such as <c>APPROVED</c>, <c>PAUSED</c>, <c>REJECTED</c>.</param>
/// <param name="Reason">Meta's word for why; none where it has none.</param>
/// <param name="Category">Where the notice names it.</param>
public sealed record TemplateStatusChanged(
    TemplateId Template, string Name, string Language, string Status, string? Reason, string? Category, DateTimeOffset At)
    : TemplateEvent(Template, Name, Language, At);

/// <summary>Clients' reactions made Meta rate the template otherwise; a red one is about to be paused.</summary>
public sealed record TemplateQualityChanged(
    TemplateId Template, string Name, string Language, string Quality, string? Previous, DateTimeOffset At)
    : TemplateEvent(Template, Name, Language, At);

/// <summary>Meta counts the template under another category, and charges it so.</summary>
/// <param name="Announced">It will be so a day later.</param>
public sealed record TemplateCategoryChanged(
    TemplateId Template, string Name, string Language, string Category, string? Previous, bool Announced, DateTimeOffset At)
    : TemplateEvent(Template, Name, Language, At);

/// <summary>An administrator of the firm handed a new template to Meta, which reviews it.</summary>
/// <param name="Account">The WhatsApp Business account it belongs to.</param>
/// <param name="Definition">Parameter format and components, as canonical JSON.</param>
public sealed record TemplateSubmitted(
    TemplateId Template, string Name, string Language, string Account, string Status, string Category, string Definition, DateTimeOffset At)
    : TemplateEvent(Template, Name, Language, At);

/// <summary>A practice pack brought a template that its forms are told by; Meta does not know of it yet.</summary>
/// <param name="Definition">Parameter format and components, as canonical JSON.</param>
public sealed record TemplateDrafted(TemplateId Template, string Name, string Language, string Category, string Definition, DateTimeOffset At)
    : TemplateEvent(Template, Name, Language, At);

/// <summary>The draft is at Meta, handed in by an administrator or found there under its name: from here on it is that template.</summary>
/// <param name="As">That template.</param>
public sealed record TemplateHandedIn(TemplateId Template, string Name, string Language, TemplateId As, DateTimeOffset At)
    : TemplateEvent(Template, Name, Language, At);

/// <summary>A synchronisation found the template at Meta, for the first time or otherwise than it was known.</summary>
/// <param name="Account">The WhatsApp Business account it belongs to.</param>
/// <param name="Quality">Meta's rating, where it has one.</param>
/// <param name="Reason">Why it was rejected or paused, where Meta says so.</param>
/// <param name="Definition">Parameter format and components, as canonical JSON: this version of it.</param>
public sealed record TemplateMirrored(
    TemplateId Template,
    string Name,
    string Language,
    string Account,
    string Status,
    string? Reason,
    string Category,
    string? Quality,
    string Definition,
    DateTimeOffset At) : TemplateEvent(Template, Name, Language, At);

/// <summary>A synchronisation did not find the template at Meta any more: nothing can be sent by it.</summary>
public sealed record TemplateVanished(TemplateId Template, string Name, string Language, DateTimeOffset At)
    : TemplateEvent(Template, Name, Language, At);

/// <summary>What came of asking Meta for all templates of the firm.</summary>
public abstract record TemplateSyncEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>All templates of the firm were asked for at Meta and taken in.</summary>
/// <param name="Found">How many there are.</param>
/// <param name="Changed">How many of them were new, or other than they were known.</param>
/// <param name="Gone">How many are there no more.</param>
public sealed record TemplatesSynced(int Found, int Changed, int Gone, DateTimeOffset At) : TemplateSyncEvent(At);

/// <summary>Meta did not show the templates of one of the firm's accounts; what is known of them stays.</summary>
/// <param name="Channel">The number through which the account was asked.</param>
/// <param name="Reason">The code of the refusal.</param>
public sealed record TemplateAccountRefused(ChannelId Channel, string Reason, DateTimeOffset At) : TemplateSyncEvent(At);
