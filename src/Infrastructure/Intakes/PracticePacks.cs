using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>The packs in the box: folders of definitions, each with a manifest.</summary>
public sealed class PracticePacks : IPracticePacks
{
    private const string Manifest = "pack.yaml";

    private static readonly HashSet<string> Categories = ["utility", "authentication"];

    public static IReadOnlyList<PracticePack> All { get; } =
        [.. EmbeddedText.Under("Packs").Select(path => path.Split('/')[1]).Distinct().Select(Read)];

    IReadOnlyList<PracticePack> IPracticePacks.All => All;

    private static PracticePack Read(string name)
    {
        var files = EmbeddedText.Under($"Packs/{name}").ToLookup(path => path.EndsWith($"/{Manifest}", StringComparison.Ordinal), EmbeddedText.Read);
        var findings = new YamlFindings();
        var root = YamlDocumentReader.Read(files[true].Single(), findings.Faults);
        var part = root is null ? null : new YamlPart(root, "", null, findings);
        part?.Fields("title", "about", "entry", "templates");
        var pack = new PracticePack(
            name,
            part?.Need("title")?.Words() ?? new Bilingual("", ""),
            part?.Need("about")?.Words() ?? new Bilingual("", ""),
            part?.Get("entry") is { } entry ? ReadEntry(entry) : null,
            DefinitionReader.List(part?.Get("templates"), ReadTemplate),
            [.. files[false]]);
        return findings.Faults.Count == 0
            ? pack
            : throw new InvalidOperationException($"The pack {name} cannot be read: {findings.Faults[0]}");
    }

    private static PackEntry ReadEntry(YamlPart part)
    {
        part.Fields("definition", "words");
        return new PackEntry(part.Need("definition")?.Text() ?? "", DefinitionReader.List(part.Need("words"), word => word.Text()));
    }

    private static PackTemplate ReadTemplate(YamlPart part)
    {
        part.Fields("name", "category", "text", "examples");
        var category = part.Need("category")?.Text() ?? "";
        if (!Categories.Contains(category))
        {
            part.Fault("wrong_kind", "Expected utility or authentication.");
        }

        return new PackTemplate(
            part.Need("name")?.Text() ?? "", category, part.Need("text")?.Words() ?? new Bilingual("", ""),
            DefinitionReader.List(part.Get("examples"), example => example.Text()));
    }
}
