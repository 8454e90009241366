using System.Collections.Immutable;
using System.Text.Json;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>The sample values that a definition was handed in with: what a preview is filled with.</summary>
public sealed class TemplateExamples
{
    public static readonly TemplateExamples None = new([], [], ImmutableDictionary<string, string>.Empty);

    private readonly ImmutableArray<string> _header;
    private readonly ImmutableArray<string> _body;
    private readonly ImmutableDictionary<string, string> _named;

    private TemplateExamples(ImmutableArray<string> header, ImmutableArray<string> body, ImmutableDictionary<string, string> named) =>
        (_header, _body, _named) = (header, body, named);

    /// <param name="kept">What <see cref="TemplateDefinition.Keep"/> kept.</param>
    public static TemplateExamples Read(string kept)
    {
        using var json = JsonDocument.Parse(kept);
        var examples = json.RootElement.ItemsAt("components").Select(component => component.ObjectAt("example")).OfType<JsonElement>().ToArray();
        var named = examples.SelectMany(example => example.ItemsAt("body_text_named_params").Concat(example.ItemsAt("header_text_named_params")))
            .Select(one => (Name: one.TextAt("param_name"), Value: one.TextAt("example")))
            .Where(one => one is { Name: not null, Value: not null })
            .GroupBy(one => one.Name!, one => one.Value!, StringComparer.Ordinal);
        return new TemplateExamples(
            Texts(examples.SelectMany(example => example.ItemsAt("header_text"))),
            Texts(examples.SelectMany(example => example.ItemsAt("body_text").Take(1)).SelectMany(
                one => one.ValueKind == JsonValueKind.Array ? one.EnumerateArray() : Enumerable.Empty<JsonElement>())),
            named.ToImmutableDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal));
    }

    public string? Header(string name, int place) => _named.GetValueOrDefault(name) ?? At(_header, place);

    public string? Body(string name, int place) => _named.GetValueOrDefault(name) ?? At(_body, place);

    private static string? At(ImmutableArray<string> values, int place) => place < values.Length ? values[place] : null;

    private static ImmutableArray<string> Texts(IEnumerable<JsonElement> values) =>
        [.. values.Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty)];
}
