using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>An intake that came to nothing: what the client told in it is kept for a while, and then destroyed.</summary>
/// <param name="Ended">The event that ended it; none while it runs, waits for a decision or has led to a matter.</param>
public sealed record Retention(
    IntakeId Intake, DataSubjectId Client, ConversationId Conversation, SessionTerms Terms, Guid? Ended = null, DateTimeOffset? DueAt = null) : IAlarm;

internal sealed class RetentionProjection : AlarmProjection<Retention>
{
    public override string Name => "intake_retention";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is IntakeEvent e ? [new(e.Intake.Value)] : [];

    public override Retention? Evolve(DocumentKey key, Retention? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, IntakeStarted e) => new Retention(e.Intake, e.Client, e.Conversation, e.Terms),
        (not null, IntakeRouted e) => view with { Terms = e.Terms },
        (not null, IntakeLapsed or IntakeDeclined or IntakeCancelled) =>
            view with { Ended = envelope.EventId, DueAt = envelope.At + view.Terms.RetainLapsed },
        (not null, QuestionAsked) => view with { Ended = null, DueAt = null }, // it goes on after a lapse
        (_, IntakeAccepted or IntakeReferred or IntakePurged) => null,
        _ => view,
    };
}
