using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>A lawyer takes the case: the conflict check is run, and if it has no open hit a matter opens.</summary>
/// <param name="Waiver">Why hits of the conflict check do not stand in the way; none where there are none.</param>
public sealed record AcceptIntake(Caller Caller, IntakeId Intake, string? Waiver, CauseId Cause) : IRequest<Result<AcceptedIntake>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

/// <summary>The matter that opened, or the hits that wait for a lawyer's decision.</summary>
public sealed record AcceptedIntake(MatterId MatterId, string? Number, IReadOnlyList<ConflictHitView> Hits)
{
    public bool IsOpen => Number is not null;
}

internal sealed class AcceptIntakeValidator : AbstractValidator<AcceptIntake>
{
    public AcceptIntakeValidator() => RuleFor(request => request.Waiver).MaximumLength(1000);
}

internal sealed class AcceptIntakeHandler(IEventStore events, IDefinitions definitions, MatterOpening opening, IStaffDirectory staff)
    : IRequestHandler<AcceptIntake, Result<AcceptedIntake>>
{
    public async Task<Result<AcceptedIntake>> Handle(AcceptIntake request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } lawyer)
        {
            return StaffRefusals.PersonNeeded;
        }

        switch (await events.Present(IntakeStream.Of(tenant, request.Intake), Intake.Decider, cancellationToken))
        {
            case Intake.Accepted accepted:
                return new AcceptedIntake(accepted.Matter, await NumberOf(tenant, accepted.Matter, cancellationToken), []);
            case Intake.Submitted or Intake.UnderReview when await events.IsTicket(tenant, request.Intake, cancellationToken):
                return IntakeRefusals.IsTicket;
            case Intake.Known known when known is Intake.Submitted or Intake.UnderReview:
                var set = await definitions.Pinned(tenant, known.Session.Start, known.Session.Pins, cancellationToken);
                return await Accept(request, lawyer, RequestFor(tenant, lawyer, known.Session, set), cancellationToken);
            case var other:
                return Intake.Decide(other, new IntakeCommand.Accept(MatterStream.For(request.Intake))).Refusal!;
        }
    }

    private async Task<Result<AcceptedIntake>> Accept(
        AcceptIntake request, StaffId lawyer, MatterRequest matter, CancellationToken cancellationToken)
    {
        // What the check found is kept whatever the lawyer then decides, so it is a unit of work of its own.
        var proposed = await events.Transact(
            Provenance(request, matter, CauseId.Of($"{request.Cause.Value}/propose")),
            transaction => opening.Propose(transaction, matter, cancellationToken),
            cancellationToken);
        if (proposed.IsRefused)
        {
            return proposed.Refusal;
        }

        var stream = MatterStream.Of(matter.Tenant, proposed.Value);
        if (await events.Present(stream, Matter.Decider, cancellationToken) is Matter.Proposed { Check: ConflictCheck.Hits hits }
            && string.IsNullOrWhiteSpace(request.Waiver))
        {
            return new AcceptedIntake(proposed.Value, null, await Show(matter.Tenant, hits.Open, cancellationToken));
        }

        var opened = await events.Transact(
            Provenance(request, matter, request.Cause) with { Reason = string.IsNullOrWhiteSpace(request.Waiver) ? null : request.Waiver },
            transaction => Open(transaction, request, lawyer, matter, cancellationToken),
            cancellationToken);
        return opened.IsRefused
            ? opened.Refusal
            : new AcceptedIntake(opened.Value, await NumberOf(matter.Tenant, opened.Value, cancellationToken), []);
    }

    private static Provenance Provenance(AcceptIntake request, MatterRequest matter, CauseId cause) =>
        request.Caller.Does(cause, matter.Client) with { Correlation = matter.Conversation?.Value ?? request.Cause.Value };

    // The waiver, the open matter and the accepted intake stand or fall together.
    private async Task<Result<MatterId>> Open(
        Transaction transaction, AcceptIntake request, StaffId lawyer, MatterRequest matter, CancellationToken cancellationToken)
    {
        var stream = MatterStream.Of(matter.Tenant, MatterStream.For(request.Intake));
        if (request.Waiver is { } waiver && await transaction.State(stream, Matter.Decider) is Matter.Proposed { Check: ConflictCheck.Hits })
        {
            var waived = await transaction.Decide(
                stream, Matter.Decider, new MatterCommand.DecideConflictCheck(ConflictDecision.Waived, lawyer, waiver));
            if (waived.IsRefused)
            {
                return waived.Refusal;
            }
        }

        var opened = await opening.Open(transaction, matter, cancellationToken);
        if (opened.IsRefused)
        {
            return opened;
        }

        var accepted = await transaction.Decide(
            IntakeStream.Of(matter.Tenant, request.Intake), Intake.Decider, new IntakeCommand.Accept(opened.Value));
        return accepted.Map(_ => opened.Value);
    }

    private static MatterRequest RequestFor(TenantId tenant, StaffId lawyer, Session session, DefinitionSet set)
    {
        var name = ClientNames.Of(session);
        var area = set[session.Definition];
        return new MatterRequest(
            tenant,
            session.Id,
            session.Conversation,
            session.Client,
            name,
            [.. ClientNames.ThirdParties(session, set)],
            name is null ? area.Title.Id : $"{area.Title.Id} – {name}",
            area.Key,
            lawyer);
    }

    private async Task<string?> NumberOf(TenantId tenant, MatterId matter, CancellationToken cancellationToken) =>
        (await events.Load(MatterStream.Of(tenant, matter), StreamBound.Whole, cancellationToken))
        .Select(envelope => envelope.Event).OfType<MatterOpened>().FirstOrDefault()?.Number;

    private async Task<IReadOnlyList<ConflictHitView>> Show(TenantId tenant, IReadOnlyList<ConflictHit> hits, CancellationToken cancellationToken)
    {
        var names = await staff.Names(tenant, cancellationToken);
        var shown = new List<ConflictHitView>();
        foreach (var hit in hits)
        {
            var responsible = (await events.Load(MatterStream.Of(tenant, hit.Matter), StreamBound.Whole, cancellationToken))
                .Select(envelope => envelope.Event).OfType<MatterOpened>().FirstOrDefault()?.Responsible;
            shown.Add(new ConflictHitView(hit.Number, hit.Side, responsible is { } id ? names.GetValueOrDefault(id) : null, hit.Match));
        }

        return shown;
    }
}
