namespace Lawyers.Hub.Domain.Intakes.Definitions;

public enum DefinitionPart
{
    /// <summary>Title, consent, reminders and the like: what holds for the whole definition.</summary>
    Terms,
    Question,
    Derivation,
    Flag,
    Outcome,
    Ticket,
}

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>What of a part may differ from one version to the next.</summary>
public enum DefinitionAspect
{
    Title,
    Wording,
    Type,
    Options,
    Validation,
    Branches,
    Required,
    Data,
    Condition,
    Urgency,
    Notify,
    Route,
    Computation,
    Start,
    Approver,
    Number,
    Consent,
    Session,
    States,
}

/// <summary>One part of a definition that is not as it was.</summary>
/// <param name="Id">Of the question, flag, derived value or outcome; empty where the part is there once.</param>
/// <param name="Aspects">What of it differs; of a part that came or went, all that it says.</param>
public sealed record DefinitionChange(DefinitionPart Part, string Id, ChangeKind Kind, IReadOnlyList<AspectChange> Aspects);

/// <param name="Before">What it said, a line each; none where it said nothing.</param>
public sealed record AspectChange(DefinitionAspect Aspect, IReadOnlyList<string> Before, IReadOnlyList<string> After);
