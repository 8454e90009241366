using System.Collections.Immutable;
using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// When one session was asked what, and how long an answer took: nothing of the answers themselves. A document per session and not per
/// question, so that clients who answer at the same time never write the same row.
/// </summary>
public sealed record IntakeCourse(IntakeId Id, DateTimeOffset StartedAt)
{
    /// <summary>The versions it has been in.</summary>
    public ImmutableList<PinnedDefinition> Entered { get; init; } = [];

    public ImmutableList<CourseStep> Steps { get; init; } = [];

    /// <summary>The client may still answer.</summary>
    public bool IsRunning { get; init; } = true;
}

/// <param name="AnsweredAt">None while it waits, and where the client left.</param>
/// <param name="Rejected">How many answers could not be taken.</param>
public sealed record CourseStep(
    string Definition, int Version, string Question, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt = null, int Rejected = 0);

internal sealed class IntakeCourseProjection : Projection<IntakeCourse>
{
    public const string RunningPrefix = "running:";

    public override string Name => "intake_course";

    public static string EnteredTag(string key, int version) => string.Create(CultureInfo.InvariantCulture, $"entered:{key}@{version}");

    public static string RunningTag(string key, int version) => string.Create(CultureInfo.InvariantCulture, $"{RunningPrefix}{key}@{version}");

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is IntakeEvent e ? [new(e.Intake.Value)] : [];

    public override IntakeCourse? Evolve(DocumentKey key, IntakeCourse? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, IntakeStarted e) => Enter(new IntakeCourse(e.Intake, envelope.At), e.Definition, e.Version),
        (null, _) => null,
        (_, IntakeRouted e) => Enter(view, e.Definition, e.Version),
        (_, QuestionAsked { Type: not QuestionType.Info } e) => Ask(view, e, envelope.At),
        (_, AnswerRejected e) => Last(view, e.Definition, e.Question, step => step with { Rejected = step.Rejected + 1 }),
        (_, IntakeUpdated e) => Last(view, e.Definition, e.Question, step => Answered(step, envelope.At)),
        (_, AnswerCorrected { ByStaff: false } e) => Last(view, e.Definition, e.Question, step => Answered(step, envelope.At)),
        (_, IntakeSubmitted or IntakeCancelled or IntakeLapsed) => view with { IsRunning = false },
        _ => view,
    };

    public override string SortKey(IntakeCourse view) => view.StartedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public override IEnumerable<string> Tags(IntakeCourse view) => view.Entered.SelectMany(pin => view.IsRunning
        ? new[] { EnteredTag(pin.Key, pin.Version), RunningTag(pin.Key, pin.Version) }
        : [EnteredTag(pin.Key, pin.Version)]);

    private static IntakeCourse Enter(IntakeCourse view, string definition, int version)
    {
        var pin = new PinnedDefinition(definition, version);
        return view.Entered.Contains(pin) ? view : view with { Entered = view.Entered.Add(pin) };
    }

    // Asked again, or gone back to, it is still the question of the first time: how long the client had it counts from there.
    private static IntakeCourse Ask(IntakeCourse view, QuestionAsked e, DateTimeOffset at) => view with
    {
        IsRunning = true,
        Steps = view.Steps.Exists(step => step.Definition == e.Definition && step.Question == e.Question)
            ? view.Steps
            : view.Steps.Add(new CourseStep(e.Definition, e.Version, e.Question, at)),
    };

    private static CourseStep Answered(CourseStep step, DateTimeOffset at) => step with { AnsweredAt = step.AnsweredAt ?? at };

    private static IntakeCourse Last(IntakeCourse view, string definition, string question, Func<CourseStep, CourseStep> change) => view with
    {
        Steps = [.. view.Steps.Select(step => step.Definition == definition && step.Question == question ? change(step) : step)],
    };
}
