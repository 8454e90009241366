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
public sealed record DefinitionSummary(
    string Key, int? Version, DefinitionKind? Kind, Bilingual? Title, DefinitionState State, bool HasDraft, DateTimeOffset? PublishedAt);

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
    IReadOnlyList<PublishedCard> Versions);

/// <summary>What became of a publication: a version, or the faults in its way.</summary>
public sealed record DefinitionPublication(string Key, int? Version, IReadOnlyList<DefinitionFault> Faults);
