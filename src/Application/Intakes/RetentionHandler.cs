using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// Destroys what was said in an intake that lapsed, was declined or was cancelled, by the client and to the client, once its time is over. The
/// skeleton of events stays.
/// </summary>
internal sealed class RetentionHandler(IEventStore events, IPersonalPurge purge) : AlarmHandler<Retention>
{
    protected override async Task<Rung> Ring(DueAlarm<Retention> due, CancellationToken cancellationToken)
    {
        var (tenant, retention) = (due.Tenant, due.Alarm);
        var stream = IntakeStream.Of(tenant, retention.Intake);
        var history = await events.Load(stream, StreamBound.Whole, cancellationToken);
        var ended = history.LastOrDefault(envelope => envelope.EventId == retention.Ended);
        if (ended is null || Intake.Decider.Fold(history.Select(envelope => (IntakeEvent)envelope.Event)) is not (Intake.Lapsed or Intake.Declined or Intake.Cancelled))
        {
            return Rung.Done; // it goes on, or was purged before
        }

        // Destroyed first: an event that says so is true whenever it is read, and what a crash leaves undone is done again.
        var written = await Written(due, history[0], ended, cancellationToken);
        await purge.Destroy(
            tenant, IntakeKey.Of(retention.Intake),
            [.. written.SelectMany(envelope => WrittenContents.Of(envelope.Event, retention.Conversation)).Distinct()], cancellationToken);
        foreach (var file in written.Select(envelope => envelope.Event).OfType<MediaFetched>().Where(file => file.Conversation == retention.Conversation))
        {
            (await events.Transact(
                MediaStream.Of(tenant, file.Asset), MediaAsset.Decider, new MediaAssetCommand.Purge(),
                due.Provenance(retention.Conversation.Value, retention.Ended, retention.Client), cancellationToken)).OrThrow();
        }

        (await events.Transact(
            stream, Intake.Decider, new IntakeCommand.Purge(), due.Provenance(retention.Conversation.Value, retention.Ended, retention.Client),
            cancellationToken)).OrThrow();
        return Rung.Done;
    }

    /// <summary>
    /// Everything that was written of this intake: the client's messages, and what was drafted, noted and sent, from the end of the intake before
    /// to the beginning of the next one. Where the conversation has a matter or a complaint, what lies around this intake may belong to that: only
    /// what was written while it ran is its own.
    /// </summary>
    private async Task<IReadOnlyList<EventEnvelope>> Written(
        DueAlarm<Retention> due, EventEnvelope started, EventEnvelope ended, CancellationToken cancellationToken)
    {
        var (tenant, retention) = (due.Tenant, due.Alarm);
        EventEnvelope[] written =
        [
            .. (await events.LoadAbout(tenant, retention.Client, due.DueAt, cancellationToken))
                .Concat(await events.Load(ConversationStream.Of(tenant, retention.Conversation), StreamBound.At(due.DueAt), cancellationToken))
                .DistinctBy(envelope => envelope.EventId),
        ];
        var (first, last) = Span(retention, started, ended, written);
        return [.. written.Where(envelope => envelope.Sequence >= first && envelope.Sequence <= last)];
    }

    private static (long First, long Last) Span(
        Retention retention, EventEnvelope started, EventEnvelope ended, IReadOnlyList<EventEnvelope> written)
    {
        var isShared = written.Any(envelope => envelope.Event switch
        {
            MatterOpened e => e.Conversation == retention.Conversation,
            TicketOpened e => e.Conversation == retention.Conversation,
            _ => false,
        });
        if (isShared)
        {
            return (Begun(started), ended.Sequence);
        }

        var others = written.Where(envelope => envelope.Event is IntakeEvent e && e.Conversation == retention.Conversation && e.Intake != retention.Intake).ToArray();
        return (
            others.Where(envelope => envelope.Sequence < started.Sequence && envelope.Event is not IntakePurged)
                .Select(envelope => envelope.Sequence + 1).DefaultIfEmpty(0).Max(),
            others.Where(envelope => envelope.Sequence > ended.Sequence && envelope.Event is IntakeStarted)
                .Select(next => Begun(next) - 1).DefaultIfEmpty(long.MaxValue).Min());

        // With the client's words that led to it.
        long Begun(EventEnvelope start) => written.FirstOrDefault(envelope => envelope.EventId == start.Causation)?.Sequence ?? start.Sequence;
    }
}
