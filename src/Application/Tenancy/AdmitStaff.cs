using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Lets a person in: an account to sign in with, and the roles as events.</summary>
public sealed record AdmitStaff(Caller Caller, NewStaffAccount Account, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class AdmitStaffValidator : AbstractValidator<AdmitStaff>
{
    public AdmitStaffValidator()
    {
        RuleFor(request => request.Account.Name).NotEmpty().MaximumLength(100);
        RuleFor(request => request.Account.Email).NotEmpty().MaximumLength(200).EmailAddress();
        RuleFor(request => request.Account.Password).MinimumLength(12).MaximumLength(200);
        RuleFor(request => request.Account.Language).Must(language => language is "id" or "en").WithMessage("'Language' must be id or en.");
    }
}

internal sealed class AdmitStaffHandler(IEventStore events, IStaffAccounts accounts) : IRequestHandler<AdmitStaff, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(AdmitStaff request, CancellationToken cancellationToken)
    {
        var stream = StaffStream.Of(request.Caller.Tenant, request.Account.Id);
        var admitted = await events.Transact<Nothing>(
            request.Caller.Does(request.Cause),
            async transaction =>
            {
                var invited = await transaction.Decide(stream, StaffMember.Decider, new StaffCommand.Invite(request.Account.Id, request.Account.Roles));
                if (invited.IsRefused)
                {
                    return invited.Refusal;
                }

                var active = await transaction.Decide(stream, StaffMember.Decider, new StaffCommand.Activate());
                return active.Map(_ => default(Nothing));
            },
            cancellationToken);

        // The account comes second: a name without its event could act, an event without its account is made whole by the next try.
        return admitted.IsRefused ? admitted : await accounts.Register(request.Caller.Tenant, request.Account, cancellationToken);
    }
}
