using Lawyers.Hub.Domain.Intakes.Definitions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>
/// Loads one YAML document as plain nodes. No types are made from it, and what could make a small text large or odd is refused:
/// anchors, aliases, tags, deep nesting, more than one document.
/// </summary>
internal static class YamlDocumentReader
{
    private const int LongestSource = 256 * 1024;
    private const int DeepestNesting = 12;

    public static YamlNode? Read(string source, List<DefinitionFault> faults)
    {
        if (source.Length > LongestSource)
        {
            faults.Add(new DefinitionFault("source_too_long", 1, null, "A definition has at most 256 KiB."));
            return null;
        }

        try
        {
            if (Forbidden(source) is { } fault)
            {
                faults.Add(fault);
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(source));
            if (stream.Documents.Count == 1)
            {
                return stream.Documents[0].RootNode;
            }

            faults.Add(new DefinitionFault("yaml_invalid", 1, null, "Expected one YAML document."));
            return null;
        }
        catch (YamlException invalid)
        {
            faults.Add(new DefinitionFault("yaml_invalid", (int)invalid.Start.Line, null, invalid.InnerException?.Message ?? invalid.Message));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The library's scanner and loader give up in these ways on control characters and on a value that breaks off.
            faults.Add(new DefinitionFault("yaml_invalid", 1, null, "This is no YAML."));
            return null;
        }
    }

    private static DefinitionFault? Forbidden(string source)
    {
        var parser = new Parser(new StringReader(source));
        for (var depth = 0; parser.MoveNext();)
        {
            var line = (int)parser.Current!.Start.Line;
            switch (parser.Current)
            {
                case AnchorAlias:
                case NodeEvent { Anchor.IsEmpty: false }:
                    return new DefinitionFault("yaml_alias", line, null, "Anchors and aliases are not allowed.");
                case NodeEvent { Tag.IsEmpty: false }:
                    return new DefinitionFault("yaml_tag", line, null, "Tags are not allowed.");
                case MappingStart or SequenceStart when ++depth > DeepestNesting:
                    return new DefinitionFault("yaml_too_deep", line, null, $"At most {DeepestNesting} levels are allowed.");
                case MappingEnd or SequenceEnd:
                    depth--;
                    break;
            }
        }

        return null;
    }
}
