using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Intakes;

public enum DefinitionState
{
    Draft,
    Published,
    Retired,
}

/// <summary>One line of the definitions' list.</summary>
/// <param name="Version">The version that new sessions run on; none before the first publication.</param>
/// <param name="HasDraft">There is a draft that is not published.</param>
/// <param name="Running">Sessions by the version they run on, where a client may still answer.</param>
public sealed record DefinitionSummary(
    string Key, int? Version, DefinitionKind? Kind, Bilingual? Title, DefinitionState State, bool HasDraft, DateTimeOffset? PublishedAt, int Versions,
    IReadOnlyList<RunningSessions> Running);

/// <summary>How many sessions run on a version: they stay on it, whatever is published later.</summary>
public sealed record RunningSessions(int Version, int Sessions);

/// <summary>A definition's page.</summary>
/// <param name="Source">The draft, as its author wrote it.</param>
/// <param name="Hash">SHA-256 of it.</param>
/// <param name="Faults">What keeps the draft from being published.</param>
public sealed record DefinitionDetail(
    string Key,
    int? Version,
    DefinitionKind? Kind,
    Bilingual? Title,
    DefinitionState State,
    bool HasDraft,
    DateTimeOffset? PublishedAt,
    string Source,
    string Hash,
    IReadOnlyList<DefinitionFault> Faults,
    IReadOnlyList<PublishedCard> Versions,
    IReadOnlyList<RunningSessions> Running);

/// <summary>What became of a publication: a version, or the faults in its way.</summary>
public sealed record DefinitionPublication(string Key, int? Version, IReadOnlyList<DefinitionFault> Faults);
