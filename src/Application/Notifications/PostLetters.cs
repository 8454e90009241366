using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>Hands a letter for each recipient to that person's lane: a mail server that is slow holds up nobody else.</summary>
internal sealed class PostLetters(IEventStore events, IBus bus, StaffWhatsApp whatsApp) : IPolicy
{
    // The means that leave the hub.
    private static readonly Means[] Leaving = [Means.Email, Means.WhatsApp];

    public string Name => "post_letters";

    public async Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        switch (envelope.Event)
        {
            case NotificationRaised e:
                await Post(envelope.Tenant, e.Notification, e.By, e.Recipients, round: 0, cancellationToken);
                break;
            case NotificationRepeated e
                when await events.Present(NotificationStream.Of(envelope.Tenant, e.Notification), Notification.Decider, cancellationToken) is Notification.Raised raised:
                await Post(envelope.Tenant, e.Notification, raised.By, e.Recipients, e.Round, cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task Post(
        TenantId tenant, NotificationId notification, IReadOnlyCollection<Means> by, IReadOnlyList<StaffId> recipients, int round, CancellationToken cancellationToken)
    {
        var letters = new List<BusMessage>();
        foreach (var means in Leaving.Where(by.Contains))
        {
            foreach (var staff in recipients)
            {
                if (means != Means.WhatsApp || await whatsApp.NumberOf(tenant, staff, cancellationToken) is not null)
                {
                    letters.Add(Letter(tenant, notification, staff, means, round));
                }
            }
        }

        if (letters.Count > 0)
        {
            await bus.Publish(letters, cancellationToken);
        }
    }

    private static BusMessage Letter(TenantId tenant, NotificationId notification, StaffId staff, Means by, int round) => new(
        tenant, Topics.StaffMail, by == Means.Email ? staff.ToString() : $"{staff}/{by}",
        StableId.Of(by == Means.Email ? $"staff-mail/{notification}/{staff}/{round}" : $"staff-{by}/{notification}/{staff}/{round}"),
        BusJson.Write(new LetterOrder(notification.Value, staff.Value, round, by)));
}

/// <summary>The body on topic <c>staff.mail</c>: everything else is in the record.</summary>
/// <param name="By">E-mail, unless it says otherwise.</param>
internal sealed record LetterOrder(Guid Notification, Guid Staff, int Round, Means By = Means.Email);
