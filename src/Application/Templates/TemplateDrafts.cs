using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Templates that somebody brings to a firm, as drafts that an administrator hands in: what Meta reviews in the firm's name is the firm's to decide.</summary>
internal sealed class TemplateDrafts(IViews views, TimeProvider clock)
{
    /// <summary>Whether the firm has one of that name in that language, wherever it came from.</summary>
    public async Task<bool> Has(TenantId tenant, string name, string language, CancellationToken cancellationToken) =>
        (await views.List<TemplateCard>(
            tenant, [TemplateProjection.NameTag(name), TemplateProjection.LanguageTag(language)], new PageRequest(Limit: 1), cancellationToken)).Items.Count > 0;

    public async Task<Result<TemplateEvent[]>> Add(Transaction transaction, TenantId tenant, string name, string language, string category, string body, IReadOnlyList<string> examples)
    {
        var id = TemplateStream.Draft(tenant, name, language);
        using var definition = JsonDocument.Parse(Definition(body, examples).ToJsonString());
        return await transaction.Decide(
            TemplateStream.Of(tenant, id), Template.Decider,
            new TemplateCommand.Draft(new TemplateDrafted(
                id, name, language, category.ToUpperInvariant(), TemplateDefinition.Keep(definition.RootElement), clock.GetUtcNow())));
    }

    private static JsonObject Definition(string body, IReadOnlyList<string> examples)
    {
        var text = new JsonObject { ["type"] = "BODY", ["text"] = body };
        if (examples.Count > 0)
        {
            text["example"] = new JsonObject { ["body_text"] = new JsonArray(new JsonArray([.. examples.Select(example => JsonValue.Create(example))])) };
        }

        return new JsonObject { ["parameter_format"] = "POSITIONAL", ["components"] = new JsonArray(text) };
    }
}
