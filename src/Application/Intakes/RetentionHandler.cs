using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Destroys what a client told in an intake that lapsed, was declined or was cancelled, once its time is over. The skeleton of events stays.</summary>
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
        await purge.Destroy(
            tenant, IntakeKey.Of(retention.Intake), await Messages(tenant, retention, ended.At, cancellationToken), cancellationToken);
        (await events.Transact(
            stream, Intake.Decider, new IntakeCommand.Purge(), due.Provenance(retention.Conversation.Value, retention.Ended, retention.Client),
            cancellationToken)).OrThrow();
        return Rung.Done;
    }

    // The client's own words of this intake: from the end of the one before it to its own.
    private async Task<IReadOnlyCollection<ContentRef>> Messages(
        TenantId tenant, Retention retention, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var since = await EndOfTheOneBefore(tenant, retention, cancellationToken);
        return
        [
            .. (await events.Load(ConversationStream.Of(tenant, retention.Conversation), StreamBound.At(until), cancellationToken))
                .Where(envelope => envelope.At > since).Select(envelope => envelope.Event).OfType<MessageReceived>()
                .Select(message => message.Content).OfType<ContentRef>(),
        ];
    }

    private async Task<DateTimeOffset> EndOfTheOneBefore(TenantId tenant, Retention retention, CancellationToken cancellationToken)
    {
        var end = DateTimeOffset.MinValue;
        for (var ordinal = 1; IntakeStream.Nth(retention.Conversation, ordinal) is var earlier && earlier != retention.Intake; ordinal++)
        {
            var history = await events.Load(IntakeStream.Of(tenant, earlier), StreamBound.Whole, cancellationToken);
            if (history.Count == 0)
            {
                break; // not numbered within its conversation: it stands alone
            }

            end = history.Last(envelope => envelope.Event is not IntakePurged).At;
        }

        return end;
    }
}
