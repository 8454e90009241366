using Lawyers.Hub.Application.Intakes;

namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>The packs in the box: folders of definitions.</summary>
public sealed class PracticePacks : IPracticePacks
{
    public static IReadOnlyList<string> Names { get; } =
        [.. EmbeddedText.Under("Packs").Select(path => path.Split('/')[1]).Distinct()];

    IReadOnlyList<string> IPracticePacks.Names => Names;

    IReadOnlyList<string> IPracticePacks.SourcesOf(string pack) => SourcesOf(pack);

    /// <summary>The YAML sources of a pack; empty where there is none of that name.</summary>
    public static IReadOnlyList<string> SourcesOf(string pack) => [.. EmbeddedText.Under($"Packs/{pack}").Select(EmbeddedText.Read)];
}
