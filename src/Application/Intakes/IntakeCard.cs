using System.Collections.Immutable;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Intakes;

public enum IntakeState
{
    AwaitingConsent,
    InProgress,
    Submitted,
    UnderReview,
    Accepted,
    Declined,
    Referred,
    Lapsed,
    Cancelled,
}

/// <summary>How far an intake has come, whatever became of it then: each stage has passed all before it.</summary>
public enum IntakeStage
{
    Started,

    /// <summary>Its first question was asked: every consent that it needed so far is there.</summary>
    Asked,
    Submitted,

    /// <summary>A person of the firm has opened it.</summary>
    Reviewed,

    /// <summary>It led to a matter.</summary>
    Accepted,
}

/// <summary>One intake as the read table keeps it: the answers still sealed, the words of the questions left in their definitions.</summary>
/// <param name="Start">Key of the definition it started in.</param>
/// <param name="Pins">The versions it runs on.</param>
public sealed record IntakeCard(
    IntakeId Id,
    DataSubjectId Client,
    ConversationId Conversation,
    string Start,
    IReadOnlyList<PinnedDefinition> Pins,
    string Definition,
    int Version,
    DateTimeOffset StartedAt)
{
    public IntakeState State { get; init; } = IntakeState.InProgress;

    public string? Number { get; init; }

    public string? Result { get; init; }

    public string? Route { get; init; }

    public ImmutableList<CardFlag> Flags { get; init; } = [];

    public IntakeProgress Progress { get; init; } = new(0, 0);

    public ImmutableList<CardAnswer> Answers { get; init; } = [];

    /// <summary>The question that waits for its answer.</summary>
    public CardQuestion? Pending { get; init; }

    public bool PersonRequested { get; init; }

    /// <summary>What the client asked for last, of what only a person can do.</summary>
    public Concern? Concern { get; init; }

    public CardDecision? Decision { get; init; }

    public IntakeStage Stage { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When what the client told was destroyed.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; } = StartedAt;

    /// <summary>The most pressing of the open flags.</summary>
    public Urgency Urgency => Flags.Where(flag => flag.ClearedAt is null).Select(flag => flag.Urgency).Append(Urgency.Normal).Min();
}

public sealed record CardFlag(string Id, Urgency Urgency, TimeSpan Sla, DateTimeOffset RaisedAt, DateTimeOffset? ClearedAt);

public sealed record CardQuestion(string Definition, string Question);

/// <param name="Before">What it said until it was corrected.</param>
/// <param name="ByStaff">A staff member wrote it down on the client's word.</param>
public sealed record CardAnswer(
    string Definition, string Question, RecordedAnswer Answer, DateTimeOffset At, RecordedAnswer? Before = null, bool ByStaff = false);

/// <param name="By">The actor's text.</param>
public sealed record CardDecision(IntakeState Kind, string By, DateTimeOffset At, string? Reason, MatterId? Matter);
