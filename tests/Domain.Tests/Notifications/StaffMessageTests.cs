using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using static Lawyers.Hub.Domain.Tests.Deciding.Story;

namespace Lawyers.Hub.Domain.Tests.Notifications;

/// <summary>What Meta says of a message to staff moves one way only, and is recorded once.</summary>
public sealed class StaffMessageTests
{
    private static readonly OutboundMessageId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly DateTimeOffset At = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly StaffMessageAddressed Addressed = new(Id, new NotificationId(new Guid(2, 0, 0, new byte[8])), new StaffId(new Guid(3, 0, 0, new byte[8])), Round: 1);

    [Fact]
    public void It_is_addressed_once()
    {
        var address = new StaffMessageCommand.Address(Id, Addressed.Notification, Addressed.Staff, 1);
        Given(StaffMessage.Decider).When(address).Then(Addressed);
        Given(StaffMessage.Decider, Addressed).When(address).ThenNothing();
    }

    [Fact]
    public void A_status_is_recorded_once_and_never_moves_back()
    {
        Given(StaffMessage.Decider).When(Told(DeliveryStatus.Sent)).ThenRefused(NotificationRefusals.NotFound);
        Given(StaffMessage.Decider, Addressed).When(Told(DeliveryStatus.Delivered)).Then(Reached(DeliveryStatus.Delivered));
        Given(StaffMessage.Decider, Addressed, Reached(DeliveryStatus.Delivered)).When(Told(DeliveryStatus.Delivered)).ThenNothing();
        Given(StaffMessage.Decider, Addressed, Reached(DeliveryStatus.Read)).When(Told(DeliveryStatus.Delivered)).ThenNothing();
        Given(StaffMessage.Decider, Addressed, Reached(DeliveryStatus.Delivered)).When(Told(DeliveryStatus.Failed, 131026)).ThenNothing();
        Given(StaffMessage.Decider, Addressed, Reached(DeliveryStatus.Sent)).When(Told(DeliveryStatus.Failed, 131026)).Then(Reached(DeliveryStatus.Failed, 131026));
        Given(StaffMessage.Decider, Addressed, Reached(DeliveryStatus.Failed, 131026)).When(Told(DeliveryStatus.Read)).ThenNothing();
    }

    private static StaffMessageCommand.RecordStatus Told(DeliveryStatus status, int? code = null) => new(status, code, At);

    private static StaffMessageReached Reached(DeliveryStatus status, int? code = null) =>
        new(Id, Addressed.Notification, Addressed.Staff, Addressed.Round, status, code, At);
}
