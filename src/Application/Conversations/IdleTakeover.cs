using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>A person answers in a conversation, and did the last thing there at that moment: forgotten, it goes back to the script.</summary>
public sealed record IdleTakeover(ConversationId Conversation, DataSubjectId? Client, DateTimeOffset LastAct) : IAlarm
{
    /// <summary>No firm gives back sooner; how much later is the firm's setting, which is asked for when this rings.</summary>
    public DateTimeOffset? DueAt => LastAct + Firm.ShortestIdleTime;
}

internal sealed class IdleTakeoverProjection : AlarmProjection<IdleTakeover>
{
    public override string Name => "idle_takeover";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => Conversation(envelope) is { } conversation ? [new(conversation.Value)] : [];

    public override IdleTakeover? Evolve(DocumentKey key, IdleTakeover? view, EventEnvelope envelope) => envelope.Event switch
    {
        ConversationGivenBack => null,
        ConversationTakenOver or MessageEchoed => new IdleTakeover(new ConversationId(key.Value), envelope.About, envelope.At),
        _ => view is null ? null : view with { LastAct = envelope.At },
    };

    private static ConversationId? Conversation(EventEnvelope envelope) => envelope.Event switch
    {
        ConversationTakenOver e => e.Conversation,
        ConversationGivenBack e => e.Conversation,
        MessageEchoed e => e.Conversation,
        NoteAdded e => e.Conversation,
        ConversationSeen e => e.Conversation,
        ReplyProposed e => e.Conversation,
        ReplyApproved e => e.Conversation,
        ReplyRejected e => e.Conversation,
        _ => null,
    };
}

internal sealed class GiveBackIdle(IEventStore events, TimeProvider clock) : AlarmHandler<IdleTakeover>
{
    protected override async Task<Rung> Ring(DueAlarm<IdleTakeover> due, CancellationToken cancellationToken)
    {
        var allowed = (await events.Firm(due.Tenant, cancellationToken))?.TakeoverIdleTime ?? Firm.ShortestIdleTime;
        if (due.Alarm.LastAct + allowed is var end && end > clock.GetUtcNow())
        {
            return Rung.NotBefore(end);
        }

        (await events.Transact(
            ConversationStream.Of(due.Tenant, due.Alarm.Conversation), Domain.Conversations.Conversation.Decider, new StandingCommand.GiveBackIdle(),
            due.Provenance(due.Key, about: due.Alarm.Client), cancellationToken)).OrThrow();
        return Rung.Done;
    }
}
