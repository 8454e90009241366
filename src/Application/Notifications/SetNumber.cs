using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Where the caller may be told by WhatsApp that something presses.</summary>
/// <param name="Number">None: no way any more.</param>
public sealed record SetNumber(Caller Caller, string? Number, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.Everyone;

    public override string ToString() => nameof(SetNumber);
}

internal sealed class SetNumberHandler(IEventStore events, IIdentityVault identities, TimeProvider clock) : IRequestHandler<SetNumber, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(SetNumber request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (request.Caller.Staff is not { } me)
        {
            return StaffRefusals.PersonNeeded;
        }

        DataSubjectId? number = null;
        if (request.Number is { Length: > 0 } typed)
        {
            if (StaffNumber.Read(typed) is not { } digits)
            {
                return StaffMemberRefusals.NoNumber;
            }

            number = (await identities.Resolve(tenant, new WhatsAppIdentity(digits, null), clock.GetUtcNow(), cancellationToken)).Client;
        }

        return (await events.Transact(
            StaffStream.Of(tenant, me), StaffMember.Decider, new StaffCommand.SetNumber(number), request.Caller.Does(request.Cause), cancellationToken))
            .Map(_ => default(Nothing));
    }
}
