using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

internal static class TicketStream
{
    public static StreamId Of(TenantId tenant, TicketId ticket) => new(tenant, "ticket", ticket.Value);

    /// <summary>A submitted complaint becomes this one ticket.</summary>
    public static TicketId For(IntakeId intake) => new(StableId.Of($"ticket/intake/{intake}"));

    /// <summary>Whether a submitted intake is worked on as a ticket.</summary>
    public static async Task<bool> IsTicket(this IEventReader events, TenantId tenant, IntakeId intake, CancellationToken cancellationToken) =>
        await events.Present(Of(tenant, For(intake)), Ticket.Decider, cancellationToken) is Ticket.Known;
}
