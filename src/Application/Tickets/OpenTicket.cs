using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

internal static class OpenTicket
{
    /// <summary>Opens the ticket of a complaint in the unit of work that submits it, so that a number is never without its ticket.</summary>
    public static async Task<Result<Nothing>> Open(
        this Transaction transaction, TenantId tenant, Session session, Definition definition, string number, ReadingContext context)
    {
        if (definition.Ticket is not { } flow)
        {
            return default(Nothing);
        }

        var ticket = TicketStream.For(session.Id);
        var subject = TicketSubject.Of(session, definition, context.Regions);
        var opened = await transaction.Decide(
            TicketStream.Of(tenant, ticket), Ticket.Decider,
            new TicketCommand.Open(
                ticket, session.Client, session.Conversation, session.Id, number, new PinnedDefinition(definition.Key, definition.Version), flow,
                subject.Category, subject.Region, subject.Urgency, session.Language));
        return opened.Map(_ => default(Nothing));
    }
}
