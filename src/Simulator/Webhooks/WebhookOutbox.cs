using System.Collections.Immutable;
using System.Threading.Channels;
using Lawyers.Hub.Simulator.Journaling;

namespace Lawyers.Hub.Simulator.Webhooks;

/// <summary>Webhooks between "it happened" and "the hub answered 200".</summary>
internal sealed class WebhookOutbox : IJournaled
{
    private readonly Channel<PendingWebhook> _arrivals = Channel.CreateUnbounded<PendingWebhook>();
    private ImmutableHashSet<string> _pending = [];

    public ChannelReader<PendingWebhook> Arrivals => _arrivals.Reader;

    public int Count => _pending.Count;

    public bool IsPending(PendingWebhook webhook) => _pending.Contains(webhook.Id);

    public void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case WebhookQueued { Webhook: var webhook }:
                _pending = _pending.Add(webhook.Id);
                _arrivals.Writer.TryWrite(webhook);
                break;
            case WebhookDelivered delivered:
                _pending = _pending.Remove(delivered.WebhookId);
                break;
        }
    }
}
