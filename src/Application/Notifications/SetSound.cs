using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Whether the bell rings aloud for the caller, on whichever machine they sit.</summary>
public sealed record ReadSound(Caller Caller) : IRequest<Result<SoundSetting>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.Everyone;
}

public sealed record SetSound(Caller Caller, bool On, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.Everyone;
}

/// <param name="Number">The last digits of the number at which the caller is told by WhatsApp; none where they gave none.</param>
public sealed record SoundSetting(bool On, string? Number);

internal sealed class SetSoundHandler(IEventStore events, IIdentityVault identities) : IRequestHandler<ReadSound, Result<SoundSetting>>, IRequestHandler<SetSound, Result<Nothing>>
{
    public async Task<Result<SoundSetting>> Handle(ReadSound request, CancellationToken cancellationToken)
    {
        if (request.Caller.Staff is not { } me
            || await events.Present(StaffStream.Of(request.Caller.Tenant, me), StaffMember.Decider, cancellationToken) is not StaffMember.Present member)
        {
            return new SoundSetting(On: false, Number: null);
        }

        var known = member.Number is { } number ? await identities.Reveal(request.Caller.Tenant, number, cancellationToken) : null;
        return new SoundSetting(member.Sound, known?.WaId is { Length: > 4 } digits ? $"•••{digits[^4..]}" : null);
    }

    public async Task<Result<Nothing>> Handle(SetSound request, CancellationToken cancellationToken) => request.Caller.Staff is not { } me
        ? StaffRefusals.PersonNeeded
        : (await events.Transact(
            StaffStream.Of(request.Caller.Tenant, me), StaffMember.Decider, new StaffCommand.SetSound(request.On),
            request.Caller.Does(request.Cause), cancellationToken)).Map(_ => default(Nothing));
}
