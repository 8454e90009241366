using Lawyers.Hub.Application.EventStore;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>
/// Folds events into the answer of one question. It hears the events of its types in the order of their sequence, also those before the
/// period that is asked for, for what happened then may be what decides; it judges what lies in the period.
/// </summary>
internal abstract class Judge
{
    private const int MostFindings = 200;

    private readonly List<Finding> _findings = [];
    private int _found;

    /// <summary>Stored names of what it hears.</summary>
    public abstract IReadOnlyList<string> Types { get; }

    /// <summary>What it reads for a question that was narrowed like this; <see cref="Asked"/> narrows what it judges.</summary>
    public virtual EventFilter Reads(EventFilter asked) => new(Types: Types, To: asked.To);

    public EventFilter Asked { get; set; } = new();

    public abstract void Take(StoredEvent stored);

    protected abstract (bool? Holds, IReadOnlyList<Figure> Figures) Conclude();

    public Judgement Judgement()
    {
        var (holds, figures) = Conclude();
        return new Judgement(holds, figures, _findings, MoreFindings: _found > _findings.Count);
    }

    protected bool IsAsked(StoredEvent stored) =>
        !(stored.OccurredAt < Asked.From)
        && (Asked.Subject is null || stored.Subject == Asked.Subject)
        && (Asked.Stream is null || stored.StreamId == Asked.Stream)
        && (Asked.Actor is null || stored.Actor == Asked.Actor);

    protected void Find(Finding finding)
    {
        _found++;
        if (_findings.Count < MostFindings)
        {
            _findings.Add(finding);
        }
    }
}

/// <summary>What was computed over all events that the question is about.</summary>
/// <param name="Holds">Whether all is as it should be, where the question asks that; <c>null</c> where it only tells.</param>
/// <param name="MoreFindings">There were more than are listed; the figures count all.</param>
public sealed record Judgement(bool? Holds, IReadOnlyList<Figure> Figures, IReadOnlyList<Finding> Findings, bool MoreFindings);

/// <summary>One number of an answer.</summary>
/// <param name="Name">A code in snake_case.</param>
/// <param name="Value">A count, or seconds where <paramref name="Name"/> ends on <c>_seconds</c>.</param>
public sealed record Figure(string Name, long Value);

/// <summary>One thing that an answer rests on, with its place.</summary>
/// <param name="Code">What it is, in snake_case.</param>
/// <param name="Actor">Who.</param>
/// <param name="Because">Codes and versions, for people: a role, a definition, a basis.</param>
/// <param name="Count">How often.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Finding(
    string Code, Guid? StreamId, string? StreamType, long? Sequence, DateTimeOffset? At, string? Actor, string? Reason, IReadOnlyList<string> Because,
    long? Count = null, long? Seconds = null)
{
    internal static Finding Of(string code, StoredEvent stored, params string[] because) =>
        new(code, stored.StreamId, stored.StreamType, stored.Sequence, stored.OccurredAt, stored.Actor, stored.Reason, because);
}
