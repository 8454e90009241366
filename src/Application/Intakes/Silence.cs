using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// A question that waits for its answer, or an interview for more consent: after a while its client is reminded, and in the end the intake lapses.
/// </summary>
/// <param name="Since">When the client was asked; a reminder is no new question.</param>
/// <param name="Reminded">How many reminders are behind.</param>
/// <param name="Position">Which question, and how often it was asked: an answer since makes the alarm void.</param>
/// <param name="Consent">Whether it waits for consent instead, and whether the client has said no: who refused is not reminded.</param>
public sealed record Silence(
    IntakeId Intake, DataSubjectId Client, ConversationId Conversation, SessionTerms Terms, DateTimeOffset Since, int Reminded, int? Position, int Attempt,
    Guid Asked, ConsentWait Consent = ConsentWait.None) : IAlarm
{
    public DateTimeOffset? DueAt => Position is null && Consent == ConsentWait.None ? null
        : Since + (Reminds && Reminded < Terms.RemindAfter.Count ? Terms.RemindAfter[Reminded] : Terms.LapseAfter);

    public DateTimeOffset LapsesAt => Since + Terms.LapseAfter;

    /// <summary>The last reminder whose time has come: those missed while the hub was down are not made up for.</summary>
    public int DueReminder(DateTimeOffset now) => Reminds ? Terms.RemindAfter.Count(after => Since + after <= now) : 0;

    private bool Reminds => Consent != ConsentWait.Declined;
}

/// <summary>Whether an interview stands still for want of consent.</summary>
public enum ConsentWait
{
    None,
    Asked,
    Declined,
}

internal sealed class SilenceProjection : AlarmProjection<Silence>
{
    public override string Name => "silence";

    public override int Version => 2;

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event switch
    {
        IntakeEvent e => [new(e.Intake.Value)],
        FurtherConsentDeclined e => [new(e.For.Value)],
        _ => [],
    };

    public override Silence? Evolve(DocumentKey key, Silence? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, IntakeStarted e) => new Silence(e.Intake, e.Client, e.Conversation, e.Terms, envelope.At, Reminded: 0, Position: null, Attempt: 0, envelope.EventId),
        (not null, IntakeRouted e) => view with { Terms = e.Terms },
        (not null, QuestionAsked { Type: not QuestionType.Info } e) => view with
        {
            Since = envelope.At,
            Reminded = 0,
            Position = e.Position,
            Attempt = e.Attempt,
            Asked = envelope.EventId,
            Consent = ConsentWait.None,
        },
        (not null, IntakeConsentNeeded) => view with
        {
            Since = envelope.At,
            Reminded = 0,
            Position = null,
            Asked = envelope.EventId,
            Consent = view.Consent == ConsentWait.Declined ? ConsentWait.Declined : ConsentWait.Asked,
        },
        ({ Consent: ConsentWait.Asked }, FurtherConsentDeclined) => view with { Consent = ConsentWait.Declined },
        (not null, ReminderDue e) => view with { Reminded = e.Number },
        (not null, IntakeUpdated or AnswerCorrected { ByStaff: false }) => view with { Position = null },
        (not null, IntakeLapsed) => view with { Position = null, Consent = ConsentWait.None },
        (_, IntakeSubmitted or IntakeCancelled) => null,
        _ => view,
    };
}
