using System.Globalization;
using System.Xml;
using Lawyers.Hub.Domain.Intakes.Definitions;
using YamlDotNet.RepresentationModel;

namespace Lawyers.Hub.Infrastructure.Intakes;

/// <summary>What reading has found so far: faults, and where each part stands.</summary>
internal sealed class YamlFindings
{
    public List<DefinitionFault> Faults { get; } = [];

    public Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);
}

/// <summary>One node of a definition with its path. Whatever is not as it should be becomes a fault, and reading goes on with a harmless value.</summary>
internal sealed class YamlPart
{
    private readonly YamlNode _node;
    private readonly YamlFindings _findings;

    public YamlPart(YamlNode node, string path, string? about, YamlFindings findings)
    {
        (_node, Path, About, _findings) = (node, path, about, findings);
        findings.Lines[path] = Line;
    }

    public string Path { get; }

    /// <summary>The question or flag that it belongs to.</summary>
    public string? About { get; set; }

    public bool IsSequence => _node is YamlSequenceNode;

    public bool IsScalar => _node is YamlScalarNode;

    private int Line => (int)_node.Start.Line;

    public void Fault(string code, string reason) => _findings.Faults.Add(new DefinitionFault(code, Line, About, reason));

    /// <summary>Says that this is a mapping with these fields and no others.</summary>
    public void Fields(params string[] allowed)
    {
        if (_node is not YamlMappingNode mapping)
        {
            Fault("wrong_kind", $"Expected fields such as {string.Join(", ", allowed.Take(3))}.");
            return;
        }

        foreach (var key in mapping.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !allowed.Contains(name))
            {
                _findings.Faults.Add(new DefinitionFault("field_unknown", (int)key.Start.Line, About, $"There is no field '{key}' here."));
            }
        }
    }

    public YamlPart? Get(string name) =>
        _node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var node) && !IsNull(node)
            ? new YamlPart(node, Path.Length == 0 ? name : $"{Path}.{name}", About, _findings)
            : null;

    public YamlPart? Need(string name)
    {
        var part = Get(name);
        if (part is null)
        {
            Fault("field_missing", $"'{name}' is missing.");
        }

        return part;
    }

    public IReadOnlyList<YamlPart> Items()
    {
        if (_node is YamlSequenceNode sequence)
        {
            return [.. sequence.Children.Select((node, at) => new YamlPart(node, $"{Path}[{at}]", About, _findings))];
        }

        Fault("wrong_kind", "Expected a list.");
        return [];
    }

    public IEnumerable<(string Name, YamlPart Value)> Pairs() => _node is YamlMappingNode mapping
        ? mapping.Children.Select(pair => (pair.Key.ToString(), new YamlPart(pair.Value, $"{Path}.{pair.Key}", About, _findings)))
        : [];

    public string Text()
    {
        if (_node is YamlScalarNode { Value: { } text })
        {
            return text;
        }

        Fault("wrong_kind", "Expected a single value.");
        return "";
    }

    public int Whole() => Scalar(
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null, 0, "a whole number");

    public decimal Number() => Scalar(
        text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null,
        0m, "a number");

    public bool Truth() => Scalar(text => text switch { "true" => true, "false" => false, _ => (bool?)null }, false, "true or false");

    public TimeSpan Duration() => Scalar(ReadDuration, TimeSpan.FromDays(1), "an ISO 8601 duration such as PT4H or P7D");

    public T OneOf<T>(IReadOnlyDictionary<string, T> names)
        where T : struct =>
        Scalar(text => names.TryGetValue(text, out var value) ? value : (T?)null, default, string.Join(", ", names.Keys));

    /// <summary>Both languages; a missing one stays empty for the publish checks to find.</summary>
    public Bilingual Words()
    {
        Fields("id", "en");
        return new Bilingual(Get("id")?.Text() ?? "", Get("en")?.Text() ?? "");
    }

    private T Scalar<T>(Func<string, T?> read, T otherwise, string expected)
        where T : struct
    {
        if (_node is YamlScalarNode { Value: { } text } && read(text) is { } value)
        {
            return value;
        }

        Fault("wrong_kind", $"Expected {expected}.");
        return otherwise;
    }

    private static TimeSpan? ReadDuration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "null" or "~" };
}
