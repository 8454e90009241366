using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>
/// Tells the client of each new state of a complaint, and on STATUS of the one it was in. Outside the service window the gate stops the
/// words, and that stands with the message.
/// </summary>
internal sealed class TicketNotices(IEventReader events, IDefinitions definitions, ScriptedMessages scripts)
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
        await scripts.Request(
            envelope, policy, new Addressee(@event.Conversation, channel, ticket.Client),
            TicketWording.Script(definition, state, ticket.Number, ticket.Language), cancellationToken);
    }

    private static string? StateOf(TicketEvent @event) => @event switch
    {
        TicketStatusChanged { TellsClient: true } e => e.To,
        TicketStatusAsked e => e.State,
        _ => null,
    };
}
