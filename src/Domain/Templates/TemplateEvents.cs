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
