using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Reminds a silent client as often as the definition says, and lets the intake lapse after that.</summary>
internal sealed class SilenceHandler(IEventStore events, ReminderTemplate template, TimeProvider clock) : AlarmHandler<Silence>
{
    protected override async Task<Rung> Ring(DueAlarm<Silence> due, CancellationToken cancellationToken)
    {
        var (tenant, silence, now) = (due.Tenant, due.Alarm, clock.GetUtcNow());
        IntakeCommand? command = now >= silence.LapsesAt ? new IntakeCommand.Lapse()
            : silence.DueReminder(now) is var number && number > silence.Reminded
                ? new IntakeCommand.Remind(number, await Way(tenant, silence, now, cancellationToken))
                : null;
        if (command is null)
        {
            return Rung.NotBefore(due.DueAt);
        }

        var stream = IntakeStream.Of(tenant, silence.Intake);
        (await events.Transact(
            due.Provenance(silence.Conversation.Value, silence.Asked, silence.Client),
            transaction => Decide(transaction, stream, silence, command), cancellationToken)).OrThrow();
        return Rung.Done;
    }

    private static async Task<Result<Nothing>> Decide(Transaction transaction, StreamId stream, Silence silence, IntakeCommand command)
    {
        if (await transaction.State(stream, Intake.Decider) is not Intake.InProgress { Session: var session } || !StillWaits(session, silence))
        {
            return default(Nothing); // answered, cancelled or asked anew meanwhile
        }

        return (await transaction.Decide(stream, Intake.Decider, command)).Map(_ => default(Nothing));
    }

    private static bool StillWaits(Session session, Silence silence) => silence.Consent == ConsentWait.None
        ? !session.AwaitsConsent && session.Pending == silence.Position && session.Attempt == silence.Attempt
        : session.AwaitsConsent;

    private async Task<ReminderWay> Way(TenantId tenant, Silence silence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = await StreamsRead.Of(
            events, [new(ConsentStream.Of(tenant, silence.Client)), ConversationStream.Tail(tenant, silence.Conversation)], cancellationToken);
        var consent = await read.Present(ConsentStream.Of(tenant, silence.Client), Consent.Decider, cancellationToken);
        var conversation = await read.Conversation(tenant, silence.Conversation, cancellationToken) as Conversation.Open;
        return !consent.Covers(Purpose.Messaging) ? ReminderWay.NoConsent
            : conversation?.IsBlocked == true ? ReminderWay.Blocked
            : conversation?.IsHeld == true ? ReminderWay.TakenOver
            : conversation?.Window?.IsOpenAt(now) == true ? ReminderWay.Said
            : await HasTemplate(tenant, silence, conversation, cancellationToken) ? ReminderWay.ByTemplate
            : ReminderWay.WindowClosed;
    }

    private async Task<bool> HasTemplate(TenantId tenant, Silence silence, Conversation.Open? conversation, CancellationToken cancellationToken) =>
        conversation is not null
        && await events.Present(IntakeStream.Of(tenant, silence.Intake), Intake.Decider, cancellationToken) is Intake.Known { Session: var session }
        && await template.For(tenant, conversation, session.Language, cancellationToken) is not null;
}
