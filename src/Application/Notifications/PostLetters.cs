using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Hands a letter for each recipient to that person's lane: a mail server that is slow holds up nobody else.</summary>
internal sealed class PostLetters(IEventStore events, IBus bus) : IPolicy
{
    public string Name => "post_letters";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        switch (envelope.Event)
        {
            case NotificationRaised e when e.By.Contains(Means.Email):
                await Post(envelope.Tenant, e.Notification, e.Recipients, round: 0, cancellationToken);
                break;
            case NotificationRepeated e when await IsByEmail(envelope.Tenant, e.Notification, cancellationToken):
                await Post(envelope.Tenant, e.Notification, e.Recipients, e.Round, cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task<bool> IsByEmail(TenantId tenant, NotificationId notification, CancellationToken cancellationToken) =>
        await events.Present(NotificationStream.Of(tenant, notification), Notification.Decider, cancellationToken) is Notification.Raised raised
        && raised.By.Contains(Means.Email);

    private Task Post(TenantId tenant, NotificationId notification, IReadOnlyList<StaffId> recipients, int round, CancellationToken cancellationToken) =>
        bus.Publish(
            [.. recipients.Select(staff => new BusMessage(
                tenant, Topics.StaffMail, staff.ToString(), StableId.Of($"staff-mail/{notification}/{staff}/{round}"),
                BusJson.Write(new LetterOrder(notification.Value, staff.Value, round))))],
            cancellationToken);
}

/// <summary>The body on topic <c>staff.mail</c>: everything else is in the record.</summary>
internal sealed record LetterOrder(Guid Notification, Guid Staff, int Round);
