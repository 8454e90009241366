using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;
using MediatR;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>Takes approved or billed time back; a new entry may follow.</summary>
public sealed record ReverseTimeEntry(Caller Caller, TimeEntryId TimeEntry, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class ReverseTimeEntryValidator : AbstractValidator<ReverseTimeEntry>
{
    public ReverseTimeEntryValidator() => RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
}

internal sealed class ReverseTimeEntryHandler(TimeEntryDecisions decisions) : IRequestHandler<ReverseTimeEntry, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(ReverseTimeEntry request, CancellationToken cancellationToken) => decisions.Take(
        request.Caller, request.TimeEntry, by => new TimeEntryCommand.Reverse(by, request.Reason), request.Cause, request.Reason, cancellationToken);
}
