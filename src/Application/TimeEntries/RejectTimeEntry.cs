using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.TimeEntries;

public sealed record RejectTimeEntry(Caller Caller, TimeEntryId TimeEntry, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class RejectTimeEntryValidator : AbstractValidator<RejectTimeEntry>
{
    public RejectTimeEntryValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
}

internal sealed class RejectTimeEntryHandler(TimeEntryDecisions decisions) : IRequestHandler<RejectTimeEntry, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(RejectTimeEntry request, CancellationToken cancellationToken) => decisions.Take(
        request.Caller, request.TimeEntry, by => new TimeEntryCommand.Reject(by, request.Reason), request.Cause, request.Reason, cancellationToken);
}
