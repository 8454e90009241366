using Lawyers.Hub.Simulator.Clock;
using Lawyers.Hub.Simulator.Journaling;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>The ticks on the client's own bubbles: delivered when the hub has the message, read when the firm says so.</summary>
internal sealed class ClientTicks(Chats chats, Journal journal, SimulatorClock clock)
{
    public void Delivered(string wamid) => journal.Decide(() => chats.Find(wamid) is { Status: < MessageStatus.Delivered }
        ? [new MessageStatusChanged(wamid, MessageStatus.Delivered, clock.GetUtcNow())]
        : []);

    /// <summary>Marking one message read marks all earlier ones of that client, as on the real platform.</summary>
    public void ReadUpTo(ChatMessage message) => journal.Decide(() =>
    [
        .. chats.Of(message.Phone).Messages
            .Where(earlier => earlier.Direction == MessageDirection.In && earlier.Status < MessageStatus.Read
                && earlier.PhoneNumberId == message.PhoneNumberId && earlier.Timestamp <= message.Timestamp)
            .Select(earlier => new MessageStatusChanged(earlier.Wamid, MessageStatus.Read, clock.GetUtcNow())),
    ]);
}
