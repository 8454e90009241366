using System.Text.Json;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Which template, and what is filled in.</summary>
/// <param name="Language">Exactly the template's own.</param>
/// <param name="Parameters">See <see cref="TemplateValues"/>.</param>
public sealed record TemplateChoice(string Name, string Language, JsonElement? Parameters);

/// <summary>Fills a template for a conversation and holds it against the mirrored definition, before anybody approves it.</summary>
internal sealed class TemplateFilling(IViews views, IEventReader events, IChannelCatalog channels, TemplateGate gate)
{
    public async Task<Result<OutboundBody.Template>> Fill(
        TenantId tenant, Conversation.Open conversation, TemplateChoice choice, CancellationToken cancellationToken)
    {
        if (await Find(tenant, conversation.Channel, choice, cancellationToken) is not { } known || known.ToDefinition() is not { } definition)
        {
            return TemplateRefusals.NoSuchTemplate(choice.Name, choice.Language);
        }

        var message = new TemplateMessage(known.Id, known.Name, known.Language, TemplateValues.ToComponents(choice.Parameters, definition));
        return await gate.FaultOf(tenant, conversation.Client, message, cancellationToken) is { } fault
            ? TemplateRefusals.Of(fault)
            : new OutboundBody.Template(message, message.ShownBy(definition));
    }

    /// <summary>Of the account that the conversation's number belongs to; a deleted one leaves its name to its successor.</summary>
    private async Task<Template.Known?> Find(TenantId tenant, ChannelId channel, TemplateChoice choice, CancellationToken cancellationToken)
    {
        var account = (await channels.List(tenant, cancellationToken)).FirstOrDefault(one => one.Id == channel)?.WabaId;
        string[] tags = [TemplateProjection.NameTag(choice.Name), TemplateProjection.LanguageTag(choice.Language)];
        var named = await views.List<TemplateCard>(tenant, tags, new PageRequest(), cancellationToken);
        var card = named.Items.Where(card => card.Status != Template.Drafted && (card.Account is null || card.Account == account))
            .OrderBy(card => card.Status == Template.Deleted).ThenByDescending(card => card.StatusTold.At).FirstOrDefault();
        return card is null ? null : await events.Present(TemplateStream.Of(tenant, card.Id), Template.Decider, cancellationToken) as Template.Known;
    }
}
