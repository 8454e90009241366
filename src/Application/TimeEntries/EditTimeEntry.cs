using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>Corrects minutes or words before approval; a paralegal only their own.</summary>
/// <param name="Narrative"><c>null</c> leaves the words as they are.</param>
public sealed record EditTimeEntry(Caller Caller, TimeEntryId TimeEntry, int Minutes, string? Narrative, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

internal sealed class EditTimeEntryValidator : AbstractValidator<EditTimeEntry>
{
    public EditTimeEntryValidator()
    {
        RuleFor(request => request.Minutes).InclusiveBetween(1, BillingUnit.LongestDay).WithMessage("Minutes lie between 1 and 1440.");
        RuleFor(request => request.Narrative).MaximumLength(500);
    }
}

internal sealed class EditTimeEntryHandler(TimeEntryDecisions decisions) : IRequestHandler<EditTimeEntry, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(EditTimeEntry request, CancellationToken cancellationToken) => decisions.Take(
        request.Caller, request.TimeEntry,
        by => new TimeEntryCommand.Edit(by, request.Minutes, request.Narrative, OwnOnly: !request.Caller.Is(Role.Lawyer)),
        request.Cause, reason: null, cancellationToken);
}
