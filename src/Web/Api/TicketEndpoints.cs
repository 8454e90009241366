using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Tickets;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

internal static class TicketEndpoints
{
    public static void MapTickets(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapApi("/tickets", "Tickets");
        tickets.MapGet("/", List).WithName(nameof(ReadTickets));
        tickets.MapGet("/statistics", Statistics).WithName(nameof(ReadTicketStatistics));
        tickets.MapGet("/{id:guid}", Find).WithName(nameof(ReadTicket));
        tickets.MapPost("/{id:guid}/status", Move).WithName(nameof(MoveTicket)).RequireAuthorization(Policies.FrontOffice);
        tickets.MapPost("/{id:guid}/reopen", Reopen).WithName(nameof(ReopenTicket)).RequireAuthorization(Policies.FrontOffice);
    }

    private static async Task<Results<Ok<Page<TicketSummary>>, ProblemHttpResult>> List(
        [AsParameters] Cursor cursor, [AsParameters] TicketFilter filter, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadTickets(caller, filter, cursor.ToPage(descending: true)), cancellationToken)).ToOk();

    private static async Task<Results<Ok<TicketStatistics>, ProblemHttpResult>> Statistics(
        Caller caller, IMediator mediator, CancellationToken cancellationToken, string? category = null, string? region = null) =>
        (await mediator.Send(new ReadTicketStatistics(caller, category, region), cancellationToken)).ToOk();

    private static async Task<Results<Ok<TicketDetail>, ProblemHttpResult>> Find(
        Guid id, Caller caller, IMediator mediator, CancellationToken cancellationToken, DateTimeOffset? asOf = null) =>
        (await mediator.Send(new ReadTicket(caller, new TicketId(id), asOf), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Move(
        Guid id, StatusBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new MoveTicket(caller, new TicketId(id), body.State, body.Note, body.Reason, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Reopen(
        Guid id, ReopeningBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReopenTicket(caller, new TicketId(id), body.Reason, cause.Id), cancellationToken)).ToNoContent();

    /// <param name="State">Where it goes.</param>
    /// <param name="Note">What was done; sealed, and not said to the client.</param>
    /// <param name="Reason">Why, where the step asks for a reason.</param>
    internal sealed record StatusBody(string State, string? Note = null, string? Reason = null);

    internal sealed record ReopeningBody(string Reason);
}
