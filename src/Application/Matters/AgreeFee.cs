using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Matters;

/// <summary>Writes down what was agreed with the client about fees.</summary>
public sealed record AgreeFee(Caller Caller, MatterId Matter, FeeArrangement Fee, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.LawyersOnly;
}

internal sealed class AgreeFeeValidator : AbstractValidator<AgreeFee>
{
    public AgreeFeeValidator()
    {
        RuleFor(request => request.Fee.Kind).IsInEnum();
        RuleFor(request => request.Fee.HourlyRate).Must(Positive).WithMessage("An hourly rate is more than nothing.");
        RuleFor(request => request.Fee.Amount).Must(Positive).WithMessage("A fee is more than nothing.");
    }

    private static bool Positive(Money? money) => money is null || money > Money.Zero;
}

internal sealed class AgreeFeeHandler(IEventStore events, IViews views) : IRequestHandler<AgreeFee, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(AgreeFee request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var card = await views.Find<MatterCard>(request.Caller.Tenant, request.Matter.Value, cancellationToken);
        var decided = await events.Transact(
            MatterStream.Of(request.Caller.Tenant, request.Matter), Matter.Decider, new MatterCommand.AgreeFee(request.Fee, by),
            request.Caller.Does(request.Cause, card?.Client), cancellationToken);
        return decided.Map(_ => default(Nothing));
    }
}
