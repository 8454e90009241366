using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Templates;

namespace Lawyers.Hub.Application.Templates;

/// <summary>One template on the page, as Meta last told of it; the aggregate is small enough to be its own view.</summary>
public sealed record TemplateCard(
    TemplateId Id,
    string Name,
    string Language,
    Told StatusTold,
    Told CategoryTold,
    Told QualityTold,
    string? Reason,
    string? Account,
    string? Definition)
{
    public string Status => StatusTold.Value;

    public string Category => CategoryTold.Value;

    internal static TemplateCard Of(Template.Known known) => new(
        known.Id, known.Name, known.Language, known.Status, known.Category, known.Quality, known.Reason, known.Account, known.Definition);

    internal Template.Known ToKnown() => new(Id, Name, Language, StatusTold)
    {
        Category = CategoryTold,
        Quality = QualityTold,
        Reason = Reason,
        Account = Account,
        Definition = Definition,
    };
}

internal sealed class TemplateProjection : Projection<TemplateCard>
{
    public override string Name => "template";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is TemplateEvent e ? [new(e.Template.Value)] : [];

    public override TemplateCard? Evolve(DocumentKey key, TemplateCard? view, EventEnvelope envelope) => envelope.Event is TemplateHandedIn ? null
        : envelope.Event is TemplateEvent told
        ? TemplateCard.Of((Template.Known)Template.Evolve(view is null ? new Template.Absent() : view.ToKnown(), told))
        : view;

    public override string SortKey(TemplateCard view) => $"{view.Name}/{view.Language}";

    public override IEnumerable<string> Tags(TemplateCard view) =>
    [
        StatusTag(view.Status),
        CategoryTag(view.Category),
        LanguageTag(view.Language),
        NameTag(view.Name),
        .. view.Account is { } account ? [AccountTag(account)] : Array.Empty<string>(),
    ];

    internal static string StatusTag(string status) => $"status:{status.ToUpperInvariant()}";

    internal static string CategoryTag(string category) => $"category:{category.ToUpperInvariant()}";

    internal static string LanguageTag(string language) => $"language:{language}";

    internal static string NameTag(string name) => $"name:{name}";

    internal static string AccountTag(string account) => $"account:{account}";
}

/// <summary>When the firm's templates were last taken in.</summary>
public sealed record TemplateSyncCard(DateTimeOffset At, int Found, int Changed, int Gone, string By);

internal sealed class TemplateSyncProjection : Projection<TemplateSyncCard>
{
    public override string Name => "template_sync";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is TemplatesSynced ? [new(envelope.Tenant.Value)] : [];

    public override TemplateSyncCard? Evolve(DocumentKey key, TemplateSyncCard? view, EventEnvelope envelope) => envelope.Event is TemplatesSynced e
        ? new TemplateSyncCard(e.At, e.Found, e.Changed, e.Gone, envelope.Actor.Text)
        : view;

    public override string SortKey(TemplateSyncCard view) => string.Empty;
}
