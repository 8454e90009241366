using System.Collections.Concurrent;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>Through which number a conversation runs: its first event says so, and it never changes, so it is read once.</summary>
internal sealed class ConversationChannels(IEventReader events)
{
    private const int Remembered = 20_000;

    private readonly ConcurrentDictionary<(TenantId Tenant, ConversationId Conversation), ChannelId> _known = new();

    /// <returns>None where there is no such conversation yet.</returns>
    public async Task<ChannelId?> Of(TenantId tenant, ConversationId conversation, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((tenant, conversation), out var known))
        {
            return known;
        }

        var first = await events.Load(ConversationStream.Of(tenant, conversation), StreamBound.ToVersion(1), cancellationToken);
        if (first is not [{ Event: ConversationOpened opened }])
        {
            return null;
        }

        if (_known.Count >= Remembered)
        {
            _known.Clear(); // whoever writes is soon known again
        }

        return _known[(tenant, conversation)] = opened.Channel;
    }
}
