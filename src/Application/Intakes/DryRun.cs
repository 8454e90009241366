using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>One thing that the author says in the client's place.</summary>
/// <param name="Choice">Id of a pressed button or list row.</param>
/// <param name="File">A file of that kind; there is none, the engine only counts it.</param>
public sealed record DryRunInput(string? Text = null, string? Choice = null, MediaKind? File = null);

public enum DryRunState
{
    /// <summary>The definition does not pass its checks: nothing runs.</summary>
    Faulty,
    Running,
    Submitted,
    Cancelled,

    /// <summary>The client withdrew consent.</summary>
    Stopped,
}

/// <summary>What a client would see and what the firm would learn, after everything that was said so far.</summary>
/// <param name="At">The question that waits for its answer.</param>
/// <param name="Result">The outcome that was reached.</param>
/// <param name="Derived">Values of the definition where the run stands now; none where an input is missing.</param>
public sealed record DryRun(
    DryRunState State,
    IReadOnlyList<DefinitionFault> Faults,
    IReadOnlyList<DryRunLine> Lines,
    IReadOnlyList<DryRunAnswer> Answers,
    IReadOnlyList<DryRunFlag> Flags,
    IReadOnlyList<DryRunValue> Derived,
    IntakeProgress Progress,
    DryRunPlace? At,
    string? Result,
    string? Route)
{
    internal static DryRun OfFaults(IReadOnlyList<DefinitionFault> faults) =>
        new(DryRunState.Faulty, faults, [], [], [], [], new IntakeProgress(0, 0), null, null, null);
}

/// <summary>A message on the phone.</summary>
/// <param name="FromClient">Said by the author in the client's place.</param>
/// <param name="List">The label that opens the list of choices; none where they are buttons.</param>
public sealed record DryRunLine(bool FromClient, string Text, IReadOnlyList<DryRunChoice> Choices, string? List);

public sealed record DryRunChoice(string Id, string Title, string? Description);

public sealed record DryRunAnswer(string Definition, string Question, Bilingual Text, Bilingual Display, DataClass Data);

/// <param name="Sla">ISO 8601.</param>
public sealed record DryRunFlag(string Id, Urgency Urgency, string Sla);

public sealed record DryRunValue(string Id, string? Value);

public sealed record DryRunPlace(string Definition, string Question);
