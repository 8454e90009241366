using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Matters;

namespace Lawyers.Hub.Application.Intakes;

internal sealed class IntakeProjection : Projection<IntakeCard>
{
    public override string Name => "intake";

    public override int Version => 2;

    public static string StageTag(IntakeStage stage) => $"stage:{stage}";

    public static string DefinitionTag(string definition) => $"definition:{definition}";

    public static string StartedKey(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public static string StateTag(IntakeState state) => $"state:{state}";

    public static string ConversationTag(ConversationId conversation) => $"conversation:{conversation}";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is IntakeEvent e ? [new(e.Intake.Value)] : [];

    public override IntakeCard? Evolve(DocumentKey key, IntakeCard? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, IntakeStarted e) => new IntakeCard(e.Intake, e.Client, e.Conversation, e.Definition, e.Pins, e.Definition, e.Version, envelope.At),
        (not null, IntakeEvent e) => Evolve(view, e, envelope) with { UpdatedAt = envelope.At, Stage = Later(view.Stage, StageOf(e)) },
        _ => view,
    };

    public override string SortKey(IntakeCard view) => StartedKey(view.StartedAt);

    public override IEnumerable<string> Tags(IntakeCard view) =>
    [
        StateTag(view.State), ConversationTag(view.Conversation), DefinitionTag(view.Definition),
        .. Enum.GetValues<IntakeStage>().Where(stage => stage <= view.Stage).Select(StageTag), IntakeCell.Of(view).Tag,
    ];

    private static IntakeStage? StageOf(IntakeEvent @event) => @event switch
    {
        QuestionAsked => IntakeStage.Asked,
        IntakeSubmitted => IntakeStage.Submitted,
        IntakeReviewed or IntakeDeclined or IntakeReferred => IntakeStage.Reviewed, // who decides has looked
        IntakeAccepted => IntakeStage.Accepted,
        _ => null,
    };

    private static IntakeStage Later(IntakeStage one, IntakeStage? other) => other > one ? other.Value : one;

    private static IntakeCard Evolve(IntakeCard view, IntakeEvent @event, EventEnvelope envelope) => @event switch
    {
        QuestionAsked { Type: not QuestionType.Info } e => view with
        {
            State = IntakeState.InProgress,
            Definition = e.Definition,
            Version = e.Version,
            Pending = new CardQuestion(e.Definition, e.Question),
        },
        IntakeUpdated e => view with
        {
            Progress = e.Progress,
            Pending = null,
            Answers = view.Answers.RemoveAll(answer => answer.Question == e.Question)
                .Add(new CardAnswer(e.Definition, e.Question, e.Answer, envelope.At)),
        },
        AnswerCorrected e => Correct(view, e, envelope.At),
        IntakeRouted e => view with { Definition = e.Definition, Version = e.Version },
        IntakeConsentNeeded => view with { State = IntakeState.AwaitingConsent, Pending = null },
        FlagRaised e => view with { Flags = view.Flags.Add(new CardFlag(e.Flag, e.Urgency, e.Sla, envelope.At, null)) },
        FlagCleared e => view with { Flags = [.. view.Flags.Select(flag => flag.Id == e.Flag ? flag with { ClearedAt = envelope.At } : flag)] },
        PersonRequested e => view with { PersonRequested = true, Concern = e.Concern },
        IntakeSubmitted e => view with
        {
            State = IntakeState.Submitted,
            Number = e.Number,
            Definition = e.Definition,
            Version = e.Version,
            Result = e.Result,
            Route = e.Route,
            Pending = null,
            SubmittedAt = envelope.At,
        },
        IntakeReviewed => view with { State = IntakeState.UnderReview },
        IntakeAccepted e => Decide(view, IntakeState.Accepted, envelope, e.Matter),
        IntakeDeclined => Decide(view, IntakeState.Declined, envelope),
        IntakeReferred => Decide(view, IntakeState.Referred, envelope),
        IntakeCancelled => view with { State = IntakeState.Cancelled, Pending = null },
        IntakeLapsed => view with { State = IntakeState.Lapsed },
        IntakePurged => view with { Answers = [], Pending = null, PurgedAt = envelope.At },
        _ => view,
    };

    private static IntakeCard Correct(IntakeCard view, AnswerCorrected e, DateTimeOffset at)
    {
        var before = view.Answers.FirstOrDefault(answer => answer.Question == e.Question);
        var corrected = new CardAnswer(e.Definition, e.Question, e.Answer, at, before?.Answer, e.ByStaff);
        return view with
        {
            Progress = e.Progress,
            Pending = e.ByStaff ? view.Pending : null,
            Answers = (before is null ? view.Answers.Add(corrected) : view.Answers.Replace(before, corrected))
                .RemoveAll(answer => e.Withdrawn.Contains(answer.Question)),
        };
    }

    private static IntakeCard Decide(IntakeCard view, IntakeState kind, EventEnvelope envelope, MatterId? matter = null) => view with
    {
        State = kind,
        Decision = new CardDecision(kind, envelope.Actor.Text, envelope.At, envelope.Reason, matter),
    };
}
