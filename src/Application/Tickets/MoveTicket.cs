using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;
using MediatR;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>A person moves a complaint to its next state. Which roles may is the definition's to say, step by step.</summary>
/// <param name="Note">What was done; sealed, and not said to the client.</param>
/// <param name="Reason">Why; kept with the event, so nothing of the client belongs into it.</param>
public sealed record MoveTicket(Caller Caller, TicketId Ticket, string To, string? Note, string? Reason, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.WorkOnTickets;
}

/// <summary>Back to where it was worked on.</summary>
public sealed record ReopenTicket(Caller Caller, TicketId Ticket, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.WorkOnTickets;
}

internal sealed class MoveTicketValidator : AbstractValidator<MoveTicket>
{
    public MoveTicketValidator()
    {
        RuleFor(request => request.To).NotEmpty().WithMessage("Name the state.").MaximumLength(60);
        RuleFor(request => request.Note).MaximumLength(2000);
        RuleFor(request => request.Reason).MaximumLength(1000);
    }
}

internal sealed class ReopenTicketValidator : AbstractValidator<ReopenTicket>
{
    public ReopenTicketValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
}

internal sealed class MoveTicketHandler(IEventStore events, IDefinitions definitions) :
    IRequestHandler<MoveTicket, Result<Nothing>>,
    IRequestHandler<ReopenTicket, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(MoveTicket request, CancellationToken cancellationToken) => Do(
        request.Caller, request.Ticket, flow => new TicketCommand.Move(request.To, flow, request.Caller.Roles, request.Note, request.Reason),
        request.Reason, request.Cause, cancellationToken);

    public Task<Result<Nothing>> Handle(ReopenTicket request, CancellationToken cancellationToken) => Do(
        request.Caller, request.Ticket, flow => new TicketCommand.Reopen(flow, request.Caller.Roles, request.Reason),
        request.Reason, request.Cause, cancellationToken);

    private async Task<Result<Nothing>> Do(
        Caller caller, TicketId id, Func<TicketFlow, TicketCommand> command, string? reason, CauseId cause, CancellationToken cancellationToken)
    {
        if (await events.Present(TicketStream.Of(caller.Tenant, id), Ticket.Decider, cancellationToken) is not Ticket.Known ticket)
        {
            return TicketRefusals.NotFound;
        }

        var definition = await definitions.Pinned(caller.Tenant, ticket.Definition, cancellationToken);
        return await events.Transact<Nothing>(
            caller.Does(cause, ticket.Client, string.IsNullOrWhiteSpace(reason) ? null : reason) with { Correlation = ticket.Conversation.Value },
            transaction => Move(transaction, caller.Tenant, ticket, command(definition.Ticket!)),
            cancellationToken);
    }

    // Whoever moves the ticket has looked at the complaint: it leaves the queue of what nobody has opened.
    private static async Task<Result<Nothing>> Move(Transaction transaction, TenantId tenant, Ticket.Known ticket, TicketCommand command)
    {
        var moved = await transaction.Decide(TicketStream.Of(tenant, ticket.Id), Ticket.Decider, command);
        if (moved.IsRefused)
        {
            return moved.Refusal;
        }

        var intake = IntakeStream.Of(tenant, ticket.Intake);
        if (await transaction.State(intake, Intake.Decider) is Intake.Submitted)
        {
            var reviewed = await transaction.Decide(intake, Intake.Decider, new IntakeCommand.Review());
            return reviewed.Map(_ => default(Nothing));
        }

        return default(Nothing);
    }
}
