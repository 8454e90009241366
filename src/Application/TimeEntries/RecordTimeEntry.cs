using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>A staff member's own time, written down by hand.</summary>
public sealed record RecordTimeEntry(
    Caller Caller, MatterId Matter, DateOnly WorkDate, int Minutes, string Narrative, Utbms? Utbms, CauseId Cause)
    : IRequest<Result<TimeEntryId>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

internal sealed class RecordTimeEntryValidator : AbstractValidator<RecordTimeEntry>
{
    public RecordTimeEntryValidator()
    {
        RuleFor(request => request.Minutes).InclusiveBetween(1, BillingUnit.LongestDay).WithMessage("Minutes lie between 1 and 1440.");
        RuleFor(request => request.Narrative).NotEmpty().WithMessage("Say what the time was spent on.").MaximumLength(500);
        RuleFor(request => request.Utbms!.Task).Matches("^[A-Z][0-9]{3}$").When(request => request.Utbms is not null);
        RuleFor(request => request.Utbms!.Activity).Matches("^A[0-9]{3}$").When(request => request.Utbms is not null);
    }
}

internal sealed class RecordTimeEntryHandler(IEventStore events, TimeProvider clock) : IRequestHandler<RecordTimeEntry, Result<TimeEntryId>>
{
    private static readonly Refusal NotYet = Refusal.Invalid("work_date_in_future", "Time can be recorded once it has been worked.");

    public async Task<Result<TimeEntryId>> Handle(RecordTimeEntry request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } staff)
        {
            return StaffRefusals.PersonNeeded;
        }

        if (request.WorkDate > (await events.Zone(tenant, cancellationToken)).DateOf(clock.GetUtcNow()))
        {
            return NotYet;
        }

        var matter = await events.Present(MatterStream.Of(tenant, request.Matter), Matter.Decider, cancellationToken);
        if (matter is not Matter.Opened opened)
        {
            return matter is Matter.Closed ? MatterRefusals.NotOpen : MatterRefusals.NotFound;
        }

        var entry = new TimeEntryId(StableId.Of($"time_entry/recorded/{request.Cause.Value}"));
        var recorded = await events.Transact(
            TimeEntryStream.Of(tenant, entry), TimeEntry.Decider,
            new TimeEntryCommand.RecordWork(
                entry, request.Matter, staff, request.WorkDate, request.Minutes, request.Utbms ?? Utbms.TalkWithClient,
                Personal.Of(opened.Client, request.Narrative.Trim())),
            request.Caller.Does(request.Cause, opened.Client), cancellationToken);
        return recorded.Map(_ => entry);
    }
}
