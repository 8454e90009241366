using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>
/// Sends one letter at most once: <c>notification_sending</c> is durable before the mail server hears of it. Found in that state again, after a
/// crash, it counts as interrupted; what presses is said again anyhow.
/// </summary>
internal sealed class DeliverLetter(IEventStore events, IStaffMail mail, StaffWhatsApp whatsApp, TimeProvider clock) : IBusConsumer
{
    private const string Policy = "deliver_letter";

    public string Topic => Topics.StaffMail;

    public async Task Handle(BusMessage message, CancellationToken cancellationToken)
    {
        var order = BusJson.Read<LetterOrder>(message.Body);
        var (id, staff) = (new NotificationId(order.Notification), new StaffId(order.Staff));
        var stream = NotificationStream.Of(message.Tenant, id);
        var history = await events.Load(stream, StreamBound.Whole, cancellationToken);
        if (history is not [{ Event: NotificationRaised raised } first, ..])
        {
            throw new UnprocessableException("There is no such notification.");
        }

        var attempt = new Notification.Attempt(staff, order.By, order.Round);
        if (Notification.Decider.Fold(history.Select(envelope => (NotificationEvent)envelope.Event)) is Notification.Raised known
            && known.Deliveries.TryGetValue(attempt, out var settled))
        {
            if (!settled)
            {
                await Settle(DeliveryTrouble.Interrupted);
            }

            return;
        }

        if (order.By == Means.WhatsApp && await whatsApp.Hold(message.Tenant, staff, cancellationToken) is { } hold)
        {
            throw new NotYetException($"The gate {hold.Gate} is closed for now.", hold.Until - clock.GetUtcNow());
        }

        if (order.By == Means.WhatsApp)
        {
            var addressed = new OutboundMessageId(message.Id);
            (await events.Transact(
                NotificationStream.Message(message.Tenant, addressed), StaffMessage.Decider,
                new StaffMessageCommand.Address(addressed, id, staff, order.Round), By("address"), cancellationToken)).OrThrow();
        }

        var decided = (await events.Transact(
            stream, Notification.Decider, new NotificationCommand.Send(staff, order.By, order.Round), By("send"), cancellationToken)).OrThrow();
        if (decided is [NotificationSending])
        {
            // From here on the answer must be recorded even while the host stops, so no token is passed on.
            var letter = new StaffLetter(message.Id, raised.Occasion, PathOf(raised.Place), order.Round)
            {
                Waiting = history.Select(envelope => envelope.Event).OfType<NotificationWaitingCounted>().FirstOrDefault()?.Waiting ?? [],
            };
            await Settle(order.By == Means.WhatsApp
                ? await whatsApp.Send(message.Tenant, staff, letter, CancellationToken.None)
                : await mail.Send(message.Tenant, staff, letter, CancellationToken.None));
        }

        async Task Settle(DeliveryTrouble? trouble) => (await events.Transact(
            stream, Notification.Decider, new NotificationCommand.Settle(staff, order.By, order.Round, trouble), By("settle"), CancellationToken.None)).OrThrow();

        Provenance By(string step) => new(
            Actor.System(Policy), CauseId.Of($"{Policy}/{message.Id}/{step}"), first.Correlation, first.EventId, About: first.About);
    }

    private static string PathOf(Place place) => place.Kind switch
    {
        PlaceKind.Conversation => $"/inbox/{place.Id:D}",
        PlaceKind.Intake => $"/intakes/{place.Id:D}",
        PlaceKind.Reply => "/replies",
        PlaceKind.Template => $"/templates/{place.Id:D}",
        PlaceKind.Channel => "/admin",
        PlaceKind.Ticket => $"/tickets/{place.Id:D}",
        PlaceKind.Ledger => "/audit",
        PlaceKind.Home => "/",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place.Kind, "A place without a page."),
    };
}
