using System.Collections.Immutable;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>The way from one answer to the next question: what is said, skipped and entered in between.</summary>
/// <param name="Events">What happens on it.</param>
/// <param name="Definition">Where it leads.</param>
/// <param name="Next">The question that now waits; none at the end, or where consent is missing.</param>
/// <param name="Keeps">Questions whose answers still count.</param>
internal sealed record Way(
    ImmutableList<IntakeEvent> Events, Definition Definition, Question? Next, bool LacksConsent, bool RunsInCircle, ImmutableHashSet<string> Keeps)
{
    public bool Ends => Next is null && !LacksConsent && !RunsInCircle;

    public IEnumerable<string> Entered => Events.OfType<IntakeRouted>().Select(routed => routed.Definition);
}

/// <summary>Finds the way. Answers on the path that the client took before are kept as long as the new answer leads along it.</summary>
internal sealed class WayFinder(Session session, DefinitionSet definitions, IReadOnlySet<Purpose> granted, LocalTime time)
{
    private readonly List<IntakeEvent> _events = [];
    private readonly HashSet<(string Definition, string Question)> _met = [];
    private readonly HashSet<string> _keeps = new(StringComparer.Ordinal);
    private readonly List<PathStep> _path = [];
    private bool _onOldPath = true;
    private bool _lacksConsent;
    private bool _runsInCircle;

    /// <summary>From the beginning of a definition.</summary>
    public Way Into(Definition definition) => Follow(definition, definition.Find(definition.Start));

    /// <summary>From the answer at a position of the path.</summary>
    public Way After(Definition definition, Question question, int position)
    {
        _path.AddRange(session.Path.Take(position + 1));
        var (next, at) = NextOf(definition, question);
        return Follow(at, next);
    }

    private Way Follow(Definition definition, Question? question)
    {
        while (question is { } said && !Waits(definition, said))
        {
            (question, definition) = NextOf(definition, said);
        }

        IEnumerable<PathStep> path = _onOldPath && question is not null ? session.Path : _path;
        _keeps.UnionWith(path.Where(step => step.Type != QuestionType.Info).Select(step => step.Question));
        return new Way([.. _events], definition, _runsInCircle ? null : question, _lacksConsent, _runsInCircle, [.. _keeps]);
    }

    /// <summary>Says an info, passes over what is answered, and stops at what is not.</summary>
    private bool Waits(Definition definition, Question question)
    {
        var step = new PathStep(definition.Key, definition.Version, question.Id, question.Type);
        var isFirstVisit = _met.Add((definition.Key, question.Id));
        var answer = session.Answers.GetValueOrDefault(question.Id);
        var isAnswered = isFirstVisit && answer?.Value?.Fits(question) == true;
        if (isAnswered && answer!.Definition != definition.Key)
        {
            _keeps.Add(question.Id); // brought along from another definition
            return false;
        }

        _onOldPath = _onOldPath && _path.Count < session.Path.Count && session.Path[_path.Count] == step;
        if (_onOldPath && (!question.TakesAnswer || (isAnswered && answer!.Position == _path.Count)))
        {
            _path.Add(step);
            return false;
        }

        _events.Add(Asking.For(session, step, _path.Count, attempt: 1, AskedBecause.Next));
        _path.Add(step);
        _runsInCircle = !question.TakesAnswer && !isFirstVisit;
        return question.TakesAnswer || _runsInCircle;
    }

    private (Question? Question, Definition Definition) NextOf(Definition definition, Question question)
    {
        var branch = question.Next.First(branch => branch.When is null || branch.When.Holds(session.Variable, time));
        switch (branch.To)
        {
            case Target.Question target:
                return (definition.Find(target.Id), definition);
            case Target.Definition target:
                var entered = definitions[target.Key];
                _events.Add(new IntakeRouted(session.Id, session.Client, session.Conversation, entered.Key, entered.Version, entered.Session));
                var missing = entered.Consent.Missing(granted);
                if (missing.Count > 0)
                {
                    _lacksConsent = true;
                    _events.Add(new IntakeConsentNeeded(session.Id, session.Client, session.Conversation, entered.Key, missing));
                    return (null, entered);
                }

                return (entered.Find(entered.Start), entered);
            default:
                return (null, definition);
        }
    }
}
