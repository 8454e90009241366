using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>A view of usual make for the benchmarks: one document per conversation, touched by each of its events.</summary>
internal sealed record ConversationTally(ConversationId Conversation, Personal<string> Client, int Sent, DateTimeOffset UpdatedAt);

#pragma warning disable CA1812 // found by reflection
internal sealed class ConversationTallyProjection : Projection<ConversationTally>
#pragma warning restore CA1812
{
    public override string Name => "conversation_tally";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) =>
        envelope.Event is ConversationEvent e ? [new DocumentKey(e.Conversation.Value)] : [];

    public override ConversationTally? Evolve(DocumentKey key, ConversationTally? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, ConversationOpened e) => new ConversationTally(e.Conversation, e.Label, Sent: 0, envelope.At),
        (not null, MessageSent) => view with { Sent = view.Sent + 1, UpdatedAt = envelope.At },
        _ => view,
    };

    public override string SortKey(ConversationTally view) => view.UpdatedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
