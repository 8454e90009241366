using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Templates;

/// <summary>The firm's templates by name, narrowed by what Meta says of them.</summary>
public sealed record ReadTemplates(Caller Caller, TemplateFilter Filter, PageRequest Page) : IRequest<Result<Page<TemplateView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="Status">Meta's word, such as APPROVED or PAUSED.</param>
public sealed record TemplateFilter(string? Status, string? Category, string? Language, string? Name);

/// <param name="AsOf">As it was at that moment; now by default.</param>
public sealed record ReadTemplate(Caller Caller, TemplateId Template, DateTimeOffset? AsOf = null) : IRequest<Result<TemplateView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <summary>When the templates were last asked for at Meta; nothing where they never were.</summary>
public sealed record ReadTemplateSync(Caller Caller) : IRequest<Result<TemplateSyncView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="StatusReason">Meta's word for why it is paused, rejected or disabled.</param>
/// <param name="StatusAt">Since when, as far as the hub knows.</param>
/// <param name="Quality">Meta's rating: GREEN, YELLOW, RED or UNKNOWN.</param>
/// <param name="Sendable">Whether it can be chosen now.</param>
/// <param name="Named">Its variables have names instead of numbers.</param>
/// <param name="Parts">What it looks like; none before Meta has shown it.</param>
public sealed record TemplateView(
    TemplateId Id,
    string Name,
    string Language,
    string Status,
    string? StatusReason,
    DateTimeOffset StatusAt,
    string Category,
    string? Quality,
    bool Sendable,
    bool Named,
    TemplatePartsView? Parts)
{
    /// <summary>How often it was sent, and how often that reached nobody; none of a past moment.</summary>
    public TemplateUseView? Use { get; init; }
}

/// <param name="Failed">Refused by Meta, stopped by a gate, or waited for too long.</param>
public sealed record TemplateUseView(int Sent, int Failed);

/// <param name="HeaderFormat">TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION; none without a header.</param>
/// <param name="Header">Words with their {{variables}}.</param>
/// <param name="Cards">The cards of a carousel.</param>
public sealed record TemplatePartsView(
    string? HeaderFormat,
    string? Header,
    IReadOnlyList<TemplateVariable> HeaderVariables,
    string Body,
    IReadOnlyList<TemplateVariable> BodyVariables,
    string? Footer,
    IReadOnlyList<TemplateButtonView> Buttons,
    IReadOnlyList<TemplatePartsView> Cards);

/// <param name="Example">The sample value that was handed in with it.</param>
public sealed record TemplateVariable(string Name, string? Example);

/// <param name="Kind">quick_reply, url, phone_number, copy_code …</param>
/// <param name="Target">The link or number behind it.</param>
/// <param name="NeedsValue">A send has to fill it.</param>
public sealed record TemplateButtonView(string Kind, string Label, string? Target, bool NeedsValue);

/// <param name="By">Who asked: a person, or the system because of a notice.</param>
public sealed record TemplateSyncView(DateTimeOffset? At, int Found, int Changed, int Gone, string? By);

internal sealed class ReadTemplatesHandler(IViews views, IEventReader events) :
    IRequestHandler<ReadTemplates, Result<Page<TemplateView>>>,
    IRequestHandler<ReadTemplate, Result<TemplateView>>,
    IRequestHandler<ReadTemplateSync, Result<TemplateSyncView>>
{
    private static readonly TemplateProjection Projection = new();

    public async Task<Result<Page<TemplateView>>> Handle(ReadTemplates request, CancellationToken cancellationToken)
    {
        var (status, category, language, name) = request.Filter;
        string?[] tags =
        [
            status is null ? null : TemplateProjection.StatusTag(status),
            category is null ? null : TemplateProjection.CategoryTag(category),
            language is null ? null : TemplateProjection.LanguageTag(language),
            name is null ? null : TemplateProjection.NameTag(name),
        ];
        var page = await views.List<TemplateCard>(request.Caller.Tenant, [.. tags.OfType<string>()], request.Page, cancellationToken);
        var used = await views.Count<TimelineMessage>(request.Caller.Tenant, TimelineProjection.UsedPrefix, cancellationToken);
        var failed = await views.Count<TimelineMessage>(request.Caller.Tenant, TimelineProjection.FailedPrefix, cancellationToken);
        return new Page<TemplateView>([.. page.Items.Select(card => Show(card) with { Use = UseOf(card, used, failed) })], page.Next);
    }

    public async Task<Result<TemplateView>> Handle(ReadTemplate request, CancellationToken cancellationToken)
    {
        var card = request.AsOf is { } instant
            ? await Past(request, instant, cancellationToken)
            : await views.Find<TemplateCard>(request.Caller.Tenant, request.Template.Value, cancellationToken);
        if (card is null)
        {
            return TemplateRefusals.NotFound;
        }

        return request.AsOf is not null ? Show(card) : Show(card) with
        {
            Use = UseOf(
                card,
                await views.Count<TimelineMessage>(request.Caller.Tenant, TimelineProjection.UsedPrefix, cancellationToken),
                await views.Count<TimelineMessage>(request.Caller.Tenant, TimelineProjection.FailedPrefix, cancellationToken)),
        };
    }

    public async Task<Result<TemplateSyncView>> Handle(ReadTemplateSync request, CancellationToken cancellationToken) =>
        await views.Find<TemplateSyncCard>(request.Caller.Tenant, request.Caller.Tenant.Value, cancellationToken) is { } last
            ? new TemplateSyncView(last.At, last.Found, last.Changed, last.Gone, last.By)
            : new TemplateSyncView(At: null, 0, 0, 0, By: null);

    private async Task<TemplateCard?> Past(ReadTemplate request, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var history = await events.Load(TemplateStream.Of(request.Caller.Tenant, request.Template), StreamBound.At(asOf), cancellationToken);
        return history.Aggregate(
            default(TemplateCard), (view, envelope) => Projection.Evolve(new DocumentKey(request.Template.Value), view, envelope));
    }

    private static TemplateUseView UseOf(TemplateCard card, IReadOnlyDictionary<string, int> used, IReadOnlyDictionary<string, int> failed) => new(
        used.GetValueOrDefault($"{TimelineProjection.UsedPrefix}{card.Id}"), failed.GetValueOrDefault($"{TimelineProjection.FailedPrefix}{card.Id}"));

    private static TemplateView Show(TemplateCard card)
    {
        var known = card.ToKnown();
        var definition = known.ToDefinition();
        return new TemplateView(
            card.Id, card.Name, card.Language, card.Status, card.Reason, card.StatusTold.At, card.Category,
            card.QualityTold.Value is { Length: > 0 } quality ? quality : null,
            definition?.Status == TemplateDefinition.Approved && !known.IsMarketing,
            definition?.IsNamed ?? false,
            definition is null ? null : Parts(definition.Parts, TemplateExamples.Read(card.Definition!)));
    }

    private static TemplatePartsView Parts(TemplateParts parts, TemplateExamples examples) => new(
        parts.HasHeader ? parts.HeaderFormat : null,
        parts.Header.Text is { Length: > 0 } header ? header : null,
        [.. parts.Header.Variables.Select((name, place) => new TemplateVariable(name, examples.Header(name, place)))],
        parts.Body.Text,
        [.. parts.Body.Variables.Select((name, place) => new TemplateVariable(name, examples.Body(name, place)))],
        parts.Footer.Text is { Length: > 0 } footer ? footer : null,
        [.. parts.Buttons.Select(button => new TemplateButtonView(
            button.Kind, button.Label, button.Url.Text is { Length: > 0 } url ? url : button.Phone, button.NeedsValue))],
        [.. parts.Cards.Select(card => Parts(card, TemplateExamples.None))]);
}
