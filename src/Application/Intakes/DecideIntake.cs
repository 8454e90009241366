using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Somebody has begun to look at it.</summary>
public sealed record ReviewIntake(Caller Caller, IntakeId Intake, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

/// <param name="Reason">Kept with the decision; the client never hears it.</param>
public sealed record DeclineIntake(Caller Caller, IntakeId Intake, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

/// <summary>To another office that can help.</summary>
public sealed record ReferIntake(Caller Caller, IntakeId Intake, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

public sealed record ClearIntakeFlag(Caller Caller, IntakeId Intake, string Flag, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

internal sealed class DeclineIntakeValidator : AbstractValidator<DeclineIntake>
{
    public DeclineIntakeValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
}

internal sealed class ReferIntakeValidator : AbstractValidator<ReferIntake>
{
    public ReferIntakeValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
}

internal sealed class ClearIntakeFlagValidator : AbstractValidator<ClearIntakeFlag>
{
    public ClearIntakeFlagValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
}

internal sealed class DecideIntakeHandler(IEventStore events) :
    IRequestHandler<ReviewIntake, Result<Nothing>>,
    IRequestHandler<DeclineIntake, Result<Nothing>>,
    IRequestHandler<ReferIntake, Result<Nothing>>,
    IRequestHandler<ClearIntakeFlag, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(ReviewIntake request, CancellationToken cancellationToken) =>
        Do(request.Caller, request.Intake, new IntakeCommand.Review(), null, request.Cause, cancellationToken);

    public Task<Result<Nothing>> Handle(DeclineIntake request, CancellationToken cancellationToken) =>
        Do(request.Caller, request.Intake, new IntakeCommand.Decline(), request.Reason, request.Cause, cancellationToken);

    public Task<Result<Nothing>> Handle(ReferIntake request, CancellationToken cancellationToken) =>
        Do(request.Caller, request.Intake, new IntakeCommand.Refer(), request.Reason, request.Cause, cancellationToken);

    public Task<Result<Nothing>> Handle(ClearIntakeFlag request, CancellationToken cancellationToken) =>
        Do(request.Caller, request.Intake, new IntakeCommand.ClearFlag(request.Flag, request.Caller.Roles), request.Reason, request.Cause, cancellationToken);

    private async Task<Result<Nothing>> Do(
        Caller caller, IntakeId id, IntakeCommand command, string? reason, CauseId cause, CancellationToken cancellationToken)
    {
        var stream = IntakeStream.Of(caller.Tenant, id);
        if (await events.Present(stream, Intake.Decider, cancellationToken) is not Intake.Known intake)
        {
            return IntakeRefusals.NotFound;
        }

        if (command is IntakeCommand.Decline or IntakeCommand.Refer && await events.IsTicket(caller.Tenant, id, cancellationToken))
        {
            return IntakeRefusals.IsTicket;
        }

        var decided = await events.Transact(
            stream, Intake.Decider, command,
            caller.Does(cause, intake.Session.Client, reason) with { Correlation = intake.Session.Conversation.Value }, cancellationToken);
        return decided.Map(_ => default(Nothing));
    }
}
