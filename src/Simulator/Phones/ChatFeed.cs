using System.Collections.Immutable;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>Tells open phone pages what changed in their chat.</summary>
internal sealed class ChatFeed
{
    private ImmutableDictionary<Guid, Listener> _listeners = ImmutableDictionary<Guid, Listener>.Empty;

    public void Publish(ChatMessage message) =>
        Publish(message.Phone, listener => listener.Writer.TryWrite(new SseItem<JsonNode>(MessageView.Of(message), "message")));

    /// <summary>WhatsApp shows "typing" until the next message or for 25 seconds.</summary>
    public void PublishTyping(string phone) =>
        Publish(phone, listener => listener.Writer.TryWrite(new SseItem<JsonNode>(new JsonObject { ["seconds"] = 25 }, "typing")));

    public async IAsyncEnumerable<SseItem<JsonNode>> Listen(string phone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var queue = Channel.CreateUnbounded<SseItem<JsonNode>>();
        ImmutableInterlocked.TryAdd(ref _listeners, id, new Listener(phone, queue.Writer));
        // The stream ends like one that is complete: an open page sees a clean end, not a broken connection.
        using var end = cancellationToken.Register(() => queue.Writer.TryComplete());
        try
        {
            // The page loads the chat once it hears this, so nothing falls between loading and listening.
            yield return new SseItem<JsonNode>(new JsonObject(), "ready");
            await foreach (var item in queue.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return item;
            }
        }
        finally
        {
            ImmutableInterlocked.TryRemove(ref _listeners, id, out _);
        }
    }

    private void Publish(string phone, Action<Listener> write)
    {
        foreach (var listener in _listeners.Values.Where(listener => listener.Phone == phone))
        {
            write(listener);
        }
    }

    private sealed record Listener(string Phone, ChannelWriter<SseItem<JsonNode>> Writer);
}
