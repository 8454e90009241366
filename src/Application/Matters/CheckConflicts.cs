using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Matters;

/// <summary>Searches all parties of the matter once more.</summary>
public sealed record RunConflictCheck(Caller Caller, MatterId Matter, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadContent;
}

/// <summary>A lawyer's decision on what the check found.</summary>
public sealed record DecideConflictCheck(Caller Caller, MatterId Matter, ConflictDecision Decision, string Reason, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class DecideConflictCheckValidator : AbstractValidator<DecideConflictCheck>
{
    public DecideConflictCheckValidator()
    {
        RuleFor(request => request.Decision).IsInEnum();
        RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
    }
}

internal sealed class CheckConflictsHandler(IEventStore events, ConflictSearch conflicts) :
    IRequestHandler<RunConflictCheck, Result<Nothing>>,
    IRequestHandler<DecideConflictCheck, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(RunConflictCheck request, CancellationToken cancellationToken)
    {
        var (tenant, stream) = (request.Caller.Tenant, MatterStream.Of(request.Caller.Tenant, request.Matter));
        if (await events.Present(stream, Matter.Decider, cancellationToken) is not Matter.Named { Parties.IsEmpty: false } matter)
        {
            return MatterRefusals.NotFound;
        }

        var hits = await conflicts.Find(tenant, matter.Id, matter.Parties.Select(party => (party.Name, party.Side)), cancellationToken);
        var decided = await events.Transact(
            stream, Matter.Decider, new MatterCommand.RunConflictCheck(hits),
            request.Caller.Does(request.Cause, matter.Parties[0].Name.Subject), cancellationToken);
        return decided.Map(_ => default(Nothing));
    }

    public async Task<Result<Nothing>> Handle(DecideConflictCheck request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stream = MatterStream.Of(request.Caller.Tenant, request.Matter);
        if (await events.Present(stream, Matter.Decider, cancellationToken) is not Matter.Named { Parties.IsEmpty: false } matter)
        {
            return MatterRefusals.NotFound;
        }

        var decided = await events.Transact(
            stream, Matter.Decider, new MatterCommand.DecideConflictCheck(request.Decision, by, request.Reason),
            request.Caller.Does(request.Cause, matter.Parties[0].Name.Subject, request.Reason), cancellationToken);
        return decided.Map(_ => default(Nothing));
    }
}
