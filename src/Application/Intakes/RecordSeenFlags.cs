using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Keeps who of the firm first had each open flag before them, and when: opening the conversation, its words, or the bell's line about it.</summary>
internal sealed class RecordSeenFlags(IEventStore events) : IPolicy
{
    public string Name => "record_seen_flags";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        ConversationSeen e => See(envelope, e.Conversation, e.By, cancellationToken),
        ConversationTakenOver e => See(envelope, e.Conversation, e.By, cancellationToken),
        NotificationSeen e => Look(envelope, e, cancellationToken),
        ContentRead { Conversation: { } conversation } e when envelope.Actor.AsStaff is { } by
            && e.Contents.Any(content => content.Kind is ContentKind.Message or ContentKind.Answers) => See(envelope, conversation, by, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task Look(EventEnvelope envelope, NotificationSeen seen, CancellationToken cancellationToken)
    {
        var first = await events.Load(envelope.Stream, StreamBound.ToVersion(1), cancellationToken);
        if (first is [{ Event: NotificationRaised { Occasion: Occasion.CriticalFlag, Place.Conversation: { } conversation } }])
        {
            await See(envelope, conversation, seen.Staff, cancellationToken);
        }
    }

    private async Task See(EventEnvelope envelope, ConversationId conversation, StaffId by, CancellationToken cancellationToken)
    {
        for (var ordinal = 1; ; ordinal++)
        {
            var intake = IntakeStream.Nth(conversation, ordinal);
            if (await events.Present(IntakeStream.Of(envelope.Tenant, intake), Intake.Decider, cancellationToken) is not Intake.Known known)
            {
                return;
            }

            foreach (var (flag, state) in known.Session.Flags.Where(flag => !flag.Value.IsCleared))
            {
                (await events.Transact(
                    new StreamId(envelope.Tenant, "flag_sight", NotificationSubject.Flag(intake, flag)), FlagSight.Decider,
                    new FlagSeen(intake, known.Session.Client, conversation, flag, state.Urgency, by),
                    Provenance.Of(envelope, Name) with
                    {
                        Actor = Actor.Staff(by),
                        Correlation = conversation.Value,
                        About = known.Session.Client,
                    },
                    cancellationToken)).OrThrow();
            }
        }
    }
}
