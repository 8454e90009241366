using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>Folds the events of a session into its state, without the definitions: they say what was asked, the events what happened.</summary>
internal static class IntakeFold
{
    public static Intake Evolve(Intake intake, IntakeEvent @event) => (intake, @event) switch
    {
        (Intake.Absent, IntakeStarted e) => new Intake.InProgress(Begun(e)),
        (Intake.InProgress or Intake.Lapsed, QuestionAsked e) => new Intake.InProgress(Asked(((Intake.Known)intake).Session, e)),
        (Intake.Lapsed lapsed, IntakeRouted or IntakeConsentNeeded) => Evolve(new Intake.InProgress(lapsed.Session), @event),
        (Intake.InProgress p, IntakeUpdated e) =>
            p with { Session = Given(p.Session, e.Definition, e.Question, e.Position, e.Answer.Value) with { Pending = null, LastAnswered = e.Position, Misreadings = 0 } },
        (Intake.InProgress p, AnswerCorrected e) => p with { Session = Corrected(p.Session, e) with { Pending = null, LastAnswered = e.Position, Misreadings = 0 } },
        (Intake.Known k, AnswerCorrected e) => k with { Session = Corrected(k.Session, e) },
        (Intake.InProgress p, AnswerRejected e) => p with { Session = p.Session with { Misreadings = e.Misreadings } },
        (Intake.InProgress p, IntakeRouted e) => p with
        {
            Session = p.Session with { Definition = e.Definition, Visited = p.Session.Visited.Remove(e.Definition).Add(e.Definition) },
        },
        (Intake.InProgress p, IntakeConsentNeeded) => p with { Session = p.Session with { AwaitsConsent = true } },
        (Intake.Known k, FlagRaised e) => k with
        {
            Session = k.Session with { Flags = k.Session.Flags.SetItem(e.Flag, new FlagState(e.Urgency, IsCleared: false)) },
        },
        (Intake.Known k, FlagCleared e) => k with
        {
            Session = k.Session with { Flags = k.Session.Flags.SetItem(e.Flag, k.Session.Flags[e.Flag] with { IsCleared = true }) },
        },
        (Intake.Known k, IntakeLanguageChanged e) => k with { Session = k.Session with { Language = e.Language } },
        (Intake.Known, PersonRequested or ReminderDue) => intake,
        (Intake.InProgress p, IntakeSubmitted e) => new Intake.Submitted(p.Session, e.Number),
        (Intake.Submitted s, IntakeReviewed) => new Intake.UnderReview(s.Session, s.Number),
        (Intake.Known k, IntakeAccepted e) => new Intake.Accepted(k.Session, e.Matter),
        (Intake.Known k, IntakeDeclined) => new Intake.Declined(k.Session),
        (Intake.Known k, IntakeReferred) => new Intake.Referred(k.Session),
        (Intake.Known k, IntakeCancelled) => new Intake.Cancelled(k.Session),
        (Intake.Known k, IntakePurged) => new Intake.Purged(k.Session with { Answers = k.Session.Answers.Clear(), Pending = null }),
        (Intake.Known k, IntakeLapsed) => new Intake.Lapsed(k.Session),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {intake.GetType().Name}"),
    };

    private static Session Begun(IntakeStarted e) => new(
        e.Intake, e.Client, e.Conversation, e.Language, e.Pins, e.Definition, e.Definition, [e.Definition], [], Pending: null, LastAnswered: null, Attempt: 0,
        Misreadings: 0, AwaitsConsent: false, ImmutableDictionary<string, GivenAnswer>.Empty, ImmutableDictionary<string, FlagState>.Empty);

    private static Session Asked(Session session, QuestionAsked e)
    {
        var step = new PathStep(e.Definition, e.Version, e.Question, e.Type);
        var keepsTheRest = e.Position < session.Path.Count && session.Path[e.Position] == step;
        return session with
        {
            Definition = e.Definition,
            Path = keepsTheRest ? session.Path : [.. session.Path.Take(e.Position), step],
            Pending = e.Type == QuestionType.Info ? null : e.Position,
            Attempt = e.Attempt,
            AwaitsConsent = false,
        };
    }

    private static Session Given(Session session, string definition, string question, int position, AnswerValue? value) => session with
    {
        Answers = session.Answers.SetItem(question, new GivenAnswer(definition, position, value)),
    };

    private static Session Corrected(Session session, AnswerCorrected e)
    {
        var given = Given(session, e.Definition, e.Question, e.Position, e.Answer.Value);
        return given with { Answers = given.Answers.RemoveRange(e.Withdrawn) };
    }
}
