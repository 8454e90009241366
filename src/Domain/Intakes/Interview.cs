using System.Diagnostics;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Derivations;
using Lawyers.Hub.Domain.Intakes.Expressions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>How a session begins, takes an answer, goes back and ends.</summary>
internal static class Interview
{
    private const int MisreadingsBeforeAPerson = 3;

    public static Result<IntakeEvent[]> Begin(IntakeCommand.Start command)
    {
        var definition = command.Definitions[command.Definitions.Start];
        var started = new IntakeStarted(
            command.Id, command.Client, command.Conversation, definition.Key, definition.Version, command.Definitions.Pins, command.Language,
            definition.Session);
        var session = ((Intake.Known)IntakeFold.Evolve(new Intake.Absent(), started)).Session;
        if (definition.Consent.Missing(command.Granted) is { Count: > 0 } missing)
        {
            return Record([started, NeedsConsent(session, definition, missing)]);
        }

        var way = new WayFinder(session, command.Definitions, command.Granted, command.Context.Time).Into(definition);
        return way.RunsInCircle ? IntakeRefusals.NoWayOn : Record([started, .. way.Events]);
    }

    public static Result<IntakeEvent[]> Answer(Session session, IntakeCommand.Answer command)
    {
        if (session.Pending is not { } position)
        {
            return session.AwaitsConsent ? IntakeRefusals.ConsentMissing : IntakeRefusals.NothingAsked;
        }

        if (!command.Definitions.IsPinnedAs(session.Pins))
        {
            return IntakeRefusals.OtherVersions;
        }

        var definition = command.Definitions[session.Path[position].Definition];
        if (definition.Consent.Missing(command.Granted) is { Count: > 0 } missing)
        {
            return Record([NeedsConsent(session, definition, missing)]); // withdrawn, and given anew for less
        }

        var question = definition.Find(session.Path[position].Question)!;
        return AnswerReader.Read(question, command.Input, session.AnswerTo, command.Context) switch
        {
            AnswerReading.Understood understood => Take(session, position, definition, question, understood.Value, command),
            AnswerReading.Rejected rejected => Reject(session, position, rejected.Rule),
            _ => throw new UnreachableException(),
        };
    }

    public static Result<IntakeEvent[]> Submit(Session session, IntakeCommand.Submit command)
    {
        if (!session.IsComplete)
        {
            return IntakeRefusals.StillAsking;
        }

        var definition = command.Definitions[session.Definition];
        var variables = Variables(session, definition, command.Context);
        var (outcome, at) = definition.Outcomes.Select((outcome, at) => (outcome, at))
            .First(pair => pair.outcome.When is null || pair.outcome.When.Holds(variables, command.Context.Time));
        return Record([new IntakeSubmitted(
            session.Id, session.Client, session.Conversation, command.Number, definition.Key, definition.Version, at, outcome.Result, outcome.Route,
            session.Language)]);
    }

    public static Result<IntakeEvent[]> GoBack(Session session)
    {
        if (session.Pending is not { } pending)
        {
            return IntakeRefusals.NothingAsked;
        }

        var before = pending == 0 ? -1 : session.Path.FindLastIndex(pending - 1, pending, step => step.Type != QuestionType.Info);
        return before < 0
            ? Repeat(session)
            : Record([Asking.For(session, session.Path[before], before, attempt: 1, AskedBecause.Back)]);
    }

    public static Result<IntakeEvent[]> Repeat(Session session) => session.Pending is { } pending
        ? Record([Asking.Again(session, pending, AskedBecause.Repeated)])
        : IntakeRefusals.NothingAsked;

    public static Result<IntakeEvent[]> ChangeLanguage(Session session, string language)
    {
        if (session.Language == language)
        {
            return session.Pending is null ? Record([]) : Repeat(session);
        }

        var changed = new IntakeLanguageChanged(session.Id, session.Client, session.Conversation, language);
        return session.Pending is { } pending
            ? Record([changed, Asking.Again(session with { Language = language }, pending, AskedBecause.Repeated)])
            : Record([changed]);
    }

    public static Result<IntakeEvent[]> Resume(Session session, IntakeCommand.Resume command)
    {
        if (!command.Definitions.IsPinnedAs(session.Pins))
        {
            return IntakeRefusals.OtherVersions;
        }

        if (!session.AwaitsConsent)
        {
            return Repeat(session);
        }

        var current = command.Definitions[session.Definition];
        if (current.Consent.Missing(command.Granted) is { Count: > 0 } missing)
        {
            return Record([NeedsConsent(session, current, missing)]); // to be asked again
        }

        var way = WayOn(session, command);
        return way.RunsInCircle ? IntakeRefusals.NoWayOn : Record([.. way.Events]);
    }

    private static Way WayOn(Session session, IntakeCommand.Resume command)
    {
        var finder = new WayFinder(session, command.Definitions, command.Granted, command.Context.Time);
        if (session.LastAnswered is { } answered)
        {
            var last = session.Path[answered];
            var definition = command.Definitions[last.Definition];
            return finder.After(definition, definition.Find(last.Question)!, answered);
        }

        return finder.Into(command.Definitions[session.Start]);
    }

    public static Result<IntakeEvent[]> Correct(Session session, IntakeCommand.CorrectAnswer command)
    {
        if (!command.Definitions.IsPinnedAs(session.Pins))
        {
            return IntakeRefusals.OtherVersions;
        }

        if (!session.Answers.TryGetValue(command.Question, out var given))
        {
            return IntakeRefusals.NoSuchAnswer;
        }

        var question = command.Definitions[given.Definition].Find(command.Question)!;
        return question.Type == QuestionType.Media
            ? IntakeRefusals.CorrectionNeedsFile
            : AnswerReader.Read(question, command.Input, session.AnswerTo, command.Context) switch
            {
                AnswerReading.Understood understood when understood.Value == given.Value => Record([]),
                AnswerReading.Understood understood => Correct(session, given, question, understood.Value, command),
                AnswerReading.Rejected rejected => IntakeRefusals.CorrectionNotUnderstood(RejectionWording.Of(question, rejected.Rule).En),
                _ => throw new UnreachableException(),
            };
    }

    private static Result<IntakeEvent[]> Correct(
        Session session, GivenAnswer given, Question question, AnswerValue value, IntakeCommand.CorrectAnswer command)
    {
        var answered = With(session, question, given.Definition, given.Position, value);
        var corrected = new AnswerCorrected(
            session.Id, session.Client, session.Conversation, given.Definition, question.Id, given.Position,
            RecordedAnswer.Of(question, session.Id, value), Withdrawn: [], ByStaff: true,
            new IntakeProgress(session.Answers.Count, session.Answers.Count));
        var variables = Variables(answered, command.Definitions[session.Definition], command.Context);
        return Record([corrected, .. FlagWatch.Raised(answered, session.Visited, command.Definitions, variables, command.Context.Time)]);
    }

    private static Result<IntakeEvent[]> Take(
        Session session, int position, Definition definition, Question question, AnswerValue value, IntakeCommand.Answer command)
    {
        var answered = With(session, question, definition.Key, position, value);
        var way = new WayFinder(answered, command.Definitions, command.Granted, command.Context.Time).After(definition, question, position);
        if (way.RunsInCircle)
        {
            return IntakeRefusals.NoWayOn;
        }

        string[] withdrawn = [.. answered.Answers.Keys.Where(id => !way.Keeps.Contains(id)).Order(StringComparer.Ordinal)];
        var remaining = answered with { Answers = answered.Answers.RemoveRange(withdrawn) };
        var progress = Progress.Of(remaining.Answers.Count, way.Definition, way.Next, command.Definitions);
        var recorded = RecordedAnswer.Of(question, session.Id, value);
        var replaces = session.Answers.TryGetValue(question.Id, out var earlier) && earlier.Position == position;
        IntakeEvent update = replaces || withdrawn.Length > 0
            ? new AnswerCorrected(
                session.Id, session.Client, session.Conversation, definition.Key, question.Id, position, recorded, withdrawn, ByStaff: false, progress)
            : new IntakeUpdated(session.Id, session.Client, session.Conversation, definition.Key, question.Id, position, recorded, progress);
        var variables = way.Ends ? Variables(remaining, way.Definition, command.Context) : remaining.Variable;
        var flags = FlagWatch.Raised(remaining, session.Visited.Concat(way.Entered), command.Definitions, variables, command.Context.Time);
        return Record([update, .. flags, .. way.Events]);
    }

    private static Result<IntakeEvent[]> Reject(Session session, int position, RejectionRule rule)
    {
        var step = session.Path[position];
        var misreadings = session.Misreadings + 1;
        return Record([
            new AnswerRejected(
                session.Id, session.Client, session.Conversation, step.Definition, step.Version, step.Question, rule, misreadings,
                OffersPerson: misreadings % MisreadingsBeforeAPerson == 0),
            Asking.Again(session, position, AskedBecause.Rejected)]);
    }

    private static IntakeConsentNeeded NeedsConsent(Session session, Definition definition, IReadOnlyList<Purpose> missing) =>
        new(session.Id, session.Client, session.Conversation, definition.Key, missing);

    private static Func<string, Term> Variables(Session session, Definition definition, ReadingContext context) =>
        DerivedValues.Of(definition, session.Variable, context.Growth);

    private static Session With(Session session, Question question, string definition, int position, AnswerValue value) =>
        session with { Answers = session.Answers.SetItem(question.Id, new GivenAnswer(definition, position, value)) };

    private static Result<IntakeEvent[]> Record(IntakeEvent[] events) => events;
}
