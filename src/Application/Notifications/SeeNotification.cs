using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>The caller has seen it; nobody is told again.</summary>
public sealed record SeeNotification(Caller Caller, NotificationId Notification, CauseId Cause) : IRequest<Result<Nothing>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.Everyone;
}

internal sealed class SeeNotificationHandler(IEventStore events, TimeProvider clock) : IRequestHandler<SeeNotification, Result<Nothing>>
{
    public async Task<Result<Nothing>> Handle(SeeNotification request, CancellationToken cancellationToken) => request.Caller.Staff is not { } me
        ? StaffRefusals.PersonNeeded
        : (await events.Transact(
            NotificationStream.Of(request.Caller.Tenant, request.Notification), Notification.Decider,
            new NotificationCommand.See(me, clock.GetUtcNow()), request.Caller.Does(request.Cause), cancellationToken)).Map(_ => default(Nothing));
}
