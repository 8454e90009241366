using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
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

public sealed record SoundSetting(bool On);

internal sealed class SetSoundHandler(IEventStore events) : IRequestHandler<ReadSound, Result<SoundSetting>>, IRequestHandler<SetSound, Result<Nothing>>
{
    public async Task<Result<SoundSetting>> Handle(ReadSound request, CancellationToken cancellationToken) => new SoundSetting(
        request.Caller.Staff is { } me
        && await events.Present(StaffStream.Of(request.Caller.Tenant, me), StaffMember.Decider, cancellationToken) is StaffMember.Present { Sound: true });

    public async Task<Result<Nothing>> Handle(SetSound request, CancellationToken cancellationToken) => request.Caller.Staff is not { } me
        ? StaffRefusals.PersonNeeded
        : (await events.Transact(
            StaffStream.Of(request.Caller.Tenant, me), StaffMember.Decider, new StaffCommand.SetSound(request.On),
            request.Caller.Does(request.Cause), cancellationToken)).Map(_ => default(Nothing));
}
