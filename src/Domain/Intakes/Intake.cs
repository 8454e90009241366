using System.Diagnostics;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>
/// A pinned run of published definitions up to a person's decision. Scores, flags and result follow from the answers alone: the same
/// answers at the same times give the same result.
/// </summary>
public abstract record Intake
{
    public static readonly Decider<Intake, IntakeCommand, IntakeEvent> Decider = new(new Absent(), Decide, IntakeFold.Evolve);

    private Intake()
    {
    }

    public static Result<IntakeEvent[]> Decide(Intake intake, IntakeCommand command) => (intake, command) switch
    {
        (Absent, IntakeCommand.Start c) => Interview.Begin(c),
        (Absent, _) => IntakeRefusals.NotFound,
        (Known, IntakeCommand.Start) => Record(), // the message that started it was delivered again
        (Known k, IntakeCommand.AskForPerson c) => Record(new PersonRequested(k.Session.Id, k.Session.Client, k.Session.Conversation, c.Concern)),
        (Known k, IntakeCommand.ClearFlag c) => Clear(k.Session, c),
        (InProgress p, IntakeCommand.Answer c) => Interview.Answer(p.Session, c),
        (InProgress p, IntakeCommand.Submit c) => Interview.Submit(p.Session, c),
        (InProgress p, IntakeCommand.GoBack) => Interview.GoBack(p.Session),
        (InProgress p, IntakeCommand.Repeat) => Interview.Repeat(p.Session),
        (InProgress or Lapsed or Submitted or UnderReview or Accepted or Declined or Referred, IntakeCommand.ChangeLanguage c) =>
            Interview.ChangeLanguage(((Known)intake).Session, c.Language),
        (InProgress or Lapsed, IntakeCommand.Resume c) => Interview.Resume(((Known)intake).Session, c),
        (InProgress or Lapsed, IntakeCommand.Cancel) => Of(intake, s => new IntakeCancelled(s.Id, s.Client, s.Conversation)),
        (InProgress p, IntakeCommand.Remind c) => Record(new ReminderDue(p.Session.Id, p.Session.Client, p.Session.Conversation, c.Number, c.Way)),
        (InProgress p, IntakeCommand.Lapse) => Record(new IntakeLapsed(p.Session.Id, p.Session.Client, p.Session.Conversation)),
        (Cancelled, IntakeCommand.Cancel) or (Lapsed or Cancelled, IntakeCommand.Lapse) => Record(),
        (Lapsed or Declined or Cancelled, IntakeCommand.Purge) => Of(intake, s => new IntakePurged(s.Id, s.Client, s.Conversation)),
        (Purged, IntakeCommand.Purge or IntakeCommand.Cancel or IntakeCommand.Lapse) => Record(),
        (Submitted or UnderReview, IntakeCommand.CorrectAnswer c) => Interview.Correct(((Known)intake).Session, c),
        (Submitted s, IntakeCommand.Review) => Record(new IntakeReviewed(s.Session.Id, s.Session.Client, s.Session.Conversation)),
        (UnderReview, IntakeCommand.Review) => Record(),
        (Submitted or UnderReview, IntakeCommand.Accept c) => Of(intake, s => new IntakeAccepted(s.Id, s.Client, s.Conversation, c.Matter)),
        (Submitted or UnderReview, IntakeCommand.Decline) => Of(intake, s => new IntakeDeclined(s.Id, s.Client, s.Conversation)),
        (Submitted or UnderReview, IntakeCommand.Refer) => Of(intake, s => new IntakeReferred(s.Id, s.Client, s.Conversation)),
        (Accepted a, IntakeCommand.Accept c) when a.Matter == c.Matter => Record(),
        (Declined, IntakeCommand.Decline) or (Referred, IntakeCommand.Refer) => Record(),
        (_, IntakeCommand.Purge) => IntakeRefusals.NotEnded,
        (Accepted or Declined or Referred, IntakeCommand.Accept or IntakeCommand.Decline or IntakeCommand.Refer or IntakeCommand.Review) =>
            IntakeRefusals.AlreadyDecided,
        (_, IntakeCommand.Accept or IntakeCommand.Decline or IntakeCommand.Refer or IntakeCommand.Review or IntakeCommand.CorrectAnswer) =>
            IntakeRefusals.NotSubmitted,
        (_, IntakeCommand.Answer or IntakeCommand.Submit or IntakeCommand.GoBack or IntakeCommand.Repeat or IntakeCommand.ChangeLanguage
            or IntakeCommand.Resume or IntakeCommand.Cancel or IntakeCommand.Remind or IntakeCommand.Lapse) => IntakeRefusals.NotRunning,
        _ => throw new UnreachableException($"{command.GetType().Name} on {intake.GetType().Name}"),
    };

    private static Result<IntakeEvent[]> Clear(Session session, IntakeCommand.ClearFlag command)
    {
        if (!session.Flags.TryGetValue(command.Flag, out var flag))
        {
            return IntakeRefusals.NoSuchFlag;
        }

        if (flag.IsCleared)
        {
            return Record();
        }

        return flag.Urgency is Urgency.Critical or Urgency.High && !command.Roles.Contains(Role.Lawyer)
            ? IntakeRefusals.FlagNeedsLawyer
            : Record(new FlagCleared(session.Id, session.Client, session.Conversation, command.Flag));
    }

    private static Result<IntakeEvent[]> Of(Intake intake, Func<Session, IntakeEvent> @event) => Record(@event(((Known)intake).Session));

    private static Result<IntakeEvent[]> Record(params IntakeEvent[] events) => events;

    public sealed record Absent : Intake;

    /// <summary>Every state after the start.</summary>
    public abstract record Known(Session Session) : Intake;

    public sealed record InProgress(Session Session) : Known(Session);

    public sealed record Submitted(Session Session, string? Number) : Known(Session);

    public sealed record UnderReview(Session Session, string? Number) : Known(Session);

    public sealed record Accepted(Session Session, MatterId Matter) : Known(Session);

    public sealed record Declined(Session Session) : Known(Session);

    public sealed record Referred(Session Session) : Known(Session);

    public sealed record Cancelled(Session Session) : Known(Session);

    public sealed record Lapsed(Session Session) : Known(Session);

    /// <summary>It came to nothing, and what the client told is gone.</summary>
    public sealed record Purged(Session Session) : Known(Session);
}
