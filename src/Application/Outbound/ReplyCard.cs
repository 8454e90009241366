using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>One reply on the approval page, its words still sealed.</summary>
public sealed record ReplyCard(
    ReplyId Id, ConversationId Conversation, DraftText Text, SuggestionId? Suggestion, MessageId? LastInbound, StaffId ProposedBy, DateTimeOffset ProposedAt)
{
    public ReplyState State { get; init; } = ReplyState.Proposed;

    public StaffId? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Reason { get; init; }

    /// <summary>The message on the timeline that it answers, where it names one.</summary>
    public Guid? Quotes { get; init; }

    /// <summary>When it shall leave; at once by default.</summary>
    public DateTimeOffset? SendAt { get; init; }
}

public enum ReplyState
{
    Proposed,
    Approved,
    Rejected,
}

internal sealed class ReplyProjection : Projection<ReplyCard>
{
    public override string Name => "reply";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) =>
        envelope.Event is ReplyEvent e ? [new(e.Reply.Value)] : [];

    public override ReplyCard? Evolve(DocumentKey key, ReplyCard? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, ReplyProposed e) => new ReplyCard(e.Reply, e.Conversation, e.Text, e.Suggestion, e.LastInbound, e.By, envelope.At) { Quotes = e.Quotes?.Message },
        (not null, ReplyEdited e) => view with { Text = e.Text },
        (not null, ReplyApproved e) => view with
        {
            State = ReplyState.Approved,
            Text = e.Text,
            DecidedBy = e.By,
            DecidedAt = envelope.At,
        },
        (not null, ReplyScheduled e) => view with { SendAt = e.SendAt },
        (not null, ReplyRejected e) => view with
        {
            State = ReplyState.Rejected,
            DecidedBy = e.By,
            DecidedAt = envelope.At,
            Reason = envelope.Reason,
        },
        _ => view,
    };

    public override string SortKey(ReplyCard view) => view.ProposedAt.UtcTicks.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);

    public override IEnumerable<string> Tags(ReplyCard view) =>
        [StateTag(view.State), TimelineProjection.ConversationTag(view.Conversation)];

    internal static string StateTag(ReplyState state) => $"state:{state}";
}
