using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Matters;

/// <param name="Despite">What is still open, each with the reason why the matter is closed all the same.</param>
public sealed record CloseMatter(
    Caller Caller, MatterId Matter, string Reason, IReadOnlyDictionary<LooseEnd, string> Despite, CauseId Cause)
    : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

public sealed record ReopenMatter(Caller Caller, MatterId Matter, string Reason, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class CloseMatterValidator : AbstractValidator<CloseMatter>
{
    public CloseMatterValidator()
    {
        RuleFor(request => request.Reason).NotEmpty().WithMessage("Say why.").MaximumLength(1000);
        RuleForEach(request => request.Despite.Values).NotEmpty().WithMessage("Give a reason for each loose end.").MaximumLength(1000);
    }
}

internal sealed class CloseMatterHandler(IEventStore events, IViews views) :
    IRequestHandler<CloseMatter, Result<Nothing>>,
    IRequestHandler<ReopenMatter, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(CloseMatter request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        if (await views.Find<MatterCard>(request.Caller.Tenant, request.Matter.Value, cancellationToken) is not { } card)
        {
            return MatterRefusals.NotFound;
        }

        var reasons = request.Despite.OrderBy(end => end.Key).Select(end => $"{end.Key}: {end.Value}").Prepend(request.Reason);
        var decided = await events.Transact(
            MatterStream.Of(request.Caller.Tenant, request.Matter), Matter.Decider,
            new MatterCommand.Close(by, request.Reason, card.LooseEnds(), [.. request.Despite.Keys]),
            request.Caller.Does(request.Cause, card.Client, string.Join(" · ", reasons)), cancellationToken);
        return decided.Map(_ => default(Nothing));
    }

    public async Task<Result<Nothing>> Handle(ReopenMatter request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var card = await views.Find<MatterCard>(request.Caller.Tenant, request.Matter.Value, cancellationToken);
        var decided = await events.Transact(
            MatterStream.Of(request.Caller.Tenant, request.Matter), Matter.Decider, new MatterCommand.Reopen(by, request.Reason),
            request.Caller.Does(request.Cause, card?.Client, request.Reason), cancellationToken);
        return decided.Map(_ => default(Nothing));
    }
}
