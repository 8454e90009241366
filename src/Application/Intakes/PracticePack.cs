using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>A practice pack: definitions, and what goes with them as data. A pack that needs more brings another section of its manifest.</summary>
/// <param name="Entry">How a client comes to it; none where it only serves others.</param>
/// <param name="Templates">Message templates that its definitions name, installed as drafts.</param>
/// <param name="Sources">YAML of its definitions.</param>
public sealed record PracticePack(
    string Name, Bilingual Title, Bilingual About, PackEntry? Entry, IReadOnlyList<PackTemplate> Templates, IReadOnlyList<string> Sources);

/// <param name="Definition">Key of the definition that a session starts in.</param>
/// <param name="Words">A message of these words alone begins one, where the firm has several packs or the last session is over.</param>
public sealed record PackEntry(string Definition, IReadOnlyList<string> Words);

/// <param name="Category">Meta's: <c>utility</c> or <c>authentication</c>.</param>
/// <param name="Text">With Meta's numbered placeholders.</param>
/// <param name="Examples">A value for each of them, which Meta's reviewers see.</param>
public sealed record PackTemplate(string Name, string Category, Bilingual Text, IReadOnlyList<string> Examples);

/// <summary>The practice packs in the box.</summary>
public interface IPracticePacks
{
    IReadOnlyList<PracticePack> All { get; }
}
