using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>
/// The part of the dialogue after a complaint was submitted: STATUS is answered for every complaint that is still open, else for the
/// latest, and a picture goes to the latest. Everything else is for a person.
/// </summary>
internal sealed class TicketTurn(IEventStore events, IDefinitions definitions)
{
    /// <param name="intakes">How many interviews the client has had in this conversation.</param>
    /// <returns>Whether it was answered.</returns>
    public async Task<bool> Hear(
        EventEnvelope envelope, Conversation.Open conversation, int intakes, MessageContent content, Attachment? media, string policy,
        CancellationToken cancellationToken)
    {
        var word = content is { Choice: null, Text: { } text } ? GlobalWords.Recognise(text) : null;
        if (word != GlobalWord.Status && media is null)
        {
            return false;
        }

        var tickets = await Of(envelope.Tenant, conversation.Id, intakes, cancellationToken);
        if (tickets.Count == 0)
        {
            return false;
        }

        foreach (var ticket in media is null ? await Asked(envelope.Tenant, tickets, cancellationToken) : [tickets[^1]])
        {
            await Record(envelope, ticket, media is null ? new TicketCommand.AskStatus() : new TicketCommand.AddMedia(media), policy, cancellationToken);
        }

        return true;
    }

    private async Task<List<Ticket.Known>> Of(TenantId tenant, ConversationId conversation, int intakes, CancellationToken cancellationToken)
    {
        var tickets = new List<Ticket.Known>();
        for (var ordinal = 1; ordinal <= intakes; ordinal++)
        {
            var stream = TicketStream.Of(tenant, TicketStream.For(IntakeStream.Nth(conversation, ordinal)));
            if (await events.Present(stream, Ticket.Decider, cancellationToken) is Ticket.Known ticket)
            {
                tickets.Add(ticket);
            }
        }

        return tickets;
    }

    private async Task<IReadOnlyList<Ticket.Known>> Asked(TenantId tenant, List<Ticket.Known> tickets, CancellationToken cancellationToken)
    {
        var open = new List<Ticket.Known>();
        foreach (var ticket in tickets)
        {
            var definition = await definitions.Pinned(tenant, ticket.Definition, cancellationToken);
            if (!definition.Ticket!.IsClosed(ticket.State))
            {
                open.Add(ticket);
            }
        }

        return open.Count > 0 ? open : [tickets[^1]];
    }

    private async Task Record(EventEnvelope envelope, Ticket.Known ticket, TicketCommand command, string policy, CancellationToken cancellationToken) =>
        (await events.Transact(
            TicketStream.Of(envelope.Tenant, ticket.Id), Ticket.Decider, command,
            Provenance.Of(envelope, policy) with { Actor = Actor.Client(ticket.Client), About = ticket.Client }, cancellationToken)).OrThrow();
}
