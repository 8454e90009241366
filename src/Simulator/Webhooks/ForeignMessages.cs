using System.Text.Json;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Clock;
using Lawyers.Hub.Simulator.Journaling;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Webhooks;

/// <summary>Messages in a webhook that a test wrote itself are the clients' all the same: they stand in their chats and open the window.</summary>
internal sealed class ForeignMessages(Chats chats, ChannelDirectory channels, Journal journal, SimulatorClock clock)
{
    /// <summary>The channel that the webhook is for, if it names one of ours.</summary>
    public BusinessChannel? Record(byte[] body)
    {
        if (Parse(body) is not { } envelope)
        {
            return null;
        }
        BusinessChannel? addressed = null;
        var values = envelope.ListAt("entry")
            .SelectMany(entry => entry.ListAt("changes"))
            .Select(change => change.ObjectAt("value"))
            .OfType<JsonElement>();
        foreach (var value in values)
        {
            if (channels.OfNumber(value.ObjectAt("metadata")?.TextAt("phone_number_id")) is { } channel)
            {
                addressed ??= channel;
                Record(channel, value.ListAt("messages"));
            }
        }
        return addressed;
    }

    private void Record(BusinessChannel channel, IReadOnlyList<JsonElement> messages) => journal.Decide(() =>
    [
        .. messages
            .Where(message => chats.Find(message.TextAt("id")) is null)
            .DistinctBy(message => message.TextAt("id"))
            .Select(message => Recorded(channel, message))
            .OfType<MessageRecorded>(),
    ]);

    private MessageRecorded? Recorded(BusinessChannel channel, JsonElement message)
    {
        if (message.TextAt("id") is not { Length: > 0 } wamid || message.TextAt("type") is not { Length: > 0 } type
            || ClientPhone.FromDialled(message.TextAt("from")) is not { } phone)
        {
            return null;
        }
        return new MessageRecorded(new ChatMessage(
            wamid, phone.Digits, channel.PhoneNumberId, MessageDirection.In, type, message.Clone(), ReadableText.Of(type, message),
            message.TimeAt("timestamp") ?? clock.GetUtcNow(), MessageStatus.Delivered));
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            _ = WireJson.Encode(document.RootElement); // decodes every text once
            return document.RootElement.Clone();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null; // a test of broken bodies
        }
    }
}
