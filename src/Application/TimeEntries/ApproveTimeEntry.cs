using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>A lawyer's approval: from here on the time counts.</summary>
/// <param name="Minutes"><c>null</c> approves the minutes as they stand.</param>
public sealed record ApproveTimeEntry(Caller Caller, TimeEntryId TimeEntry, int? Minutes, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class ApproveTimeEntryValidator : AbstractValidator<ApproveTimeEntry>
{
    public ApproveTimeEntryValidator() => RuleFor(request => request.Minutes)
        .InclusiveBetween(1, BillingUnit.LongestDay).WithMessage("Minutes lie between 1 and 1440.");
}

internal sealed class ApproveTimeEntryHandler(TimeEntryDecisions decisions) : IRequestHandler<ApproveTimeEntry, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(ApproveTimeEntry request, CancellationToken cancellationToken) => decisions.Take(
        request.Caller, request.TimeEntry, by => new TimeEntryCommand.Approve(by, request.Minutes), request.Cause, reason: null, cancellationToken);
}
