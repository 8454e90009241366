using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>
/// Tells the client of each new state of a complaint, and on STATUS of the one it was in: in the definition's words within the service window, and
/// after it by the template that the definition names for that state. Where the firm has no such template approved, the gate stops the words, and
/// that stands with the message.
/// </summary>
internal sealed class TicketNotices(
    IEventReader events, IDefinitions definitions, ScriptedMessages scripts, TemplateInLanguage templates, TimeProvider clock)
{
    /// <summary>Whether the client hears of such an event.</summary>
    public static bool IsSaid(TicketEvent @event) => StateOf(@event) is not null;

    public async Task Say(EventEnvelope envelope, TicketEvent @event, ChannelId channel, string policy, CancellationToken cancellationToken)
    {
        if (StateOf(@event) is not { } state
            || await events.Present(TicketStream.Of(envelope.Tenant, @event.Ticket), Ticket.Decider, cancellationToken) is not Ticket.Known ticket)
        {
            return;
        }

        var definition = await definitions.Pinned(envelope.Tenant, ticket.Definition, cancellationToken);
        var language = await LanguageOf(envelope.Tenant, ticket, cancellationToken);
        var script = TicketWording.Script(definition, state, ticket.Number, language);
        if (await Template(envelope.Tenant, ticket, definition.Ticket!, state, language, cancellationToken) is { } template)
        {
            script = TicketWording.Script(definition, state, template);
        }

        await scripts.Request(envelope, policy, new Addressee(@event.Conversation, channel, ticket.Client), script, cancellationToken);
    }

    // Chosen anew after the complaint was submitted, it counts here as well.
    private async Task<string> LanguageOf(TenantId tenant, Ticket.Known ticket, CancellationToken cancellationToken) =>
        await events.Present(IntakeStream.Of(tenant, ticket.Intake), Intake.Decider, cancellationToken) is Intake.Known { Session: var session }
            ? session.Language
            : ticket.Language;

    private async Task<OutboundBody.Template?> Template(
        TenantId tenant, Ticket.Known ticket, TicketFlow flow, string state, string language, CancellationToken cancellationToken) =>
        flow.Templates.GetValueOrDefault(state) is { } name
        && await events.Conversation(tenant, ticket.Conversation, cancellationToken) is Conversation.Open conversation
        && conversation.Window?.IsOpenAt(clock.GetUtcNow()) != true
            ? await templates.For(tenant, conversation, name, language, [ticket.Number], cancellationToken)
            : null;

    private static string? StateOf(TicketEvent @event) => @event switch
    {
        TicketStatusChanged { TellsClient: true } e => e.To,
        TicketStatusAsked e => e.State,
        _ => null,
    };
}
