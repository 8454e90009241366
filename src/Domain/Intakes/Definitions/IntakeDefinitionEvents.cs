namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>What happens to the versions of one definition of a firm.</summary>
public abstract record IntakeDefinitionEvent(string Key) : IDomainEvent;

/// <summary>An author saved a draft of the question tree.</summary>
/// <param name="Source">The author's YAML; it holds no client's data.</param>
/// <param name="Hash">SHA-256 of it, hex.</param>
public sealed record DefinitionDrafted(string Key, string Source, string Hash) : IntakeDefinitionEvent(Key);

/// <summary>The draft of that hash is now the version that new sessions run on; running ones stay on theirs.</summary>
public sealed record DefinitionPublished(string Key, int Version, string Hash, DefinitionKind Kind, Bilingual Title) : IntakeDefinitionEvent(Key);

/// <summary>No new session starts on it.</summary>
public sealed record DefinitionRetired(string Key) : IntakeDefinitionEvent(Key);
