using System.Text.Json;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Tests.Assist;

/// <summary>A text with what must be masked in it, and what must not be touched.</summary>
internal sealed record MaskingCase(string Id, string Text, IReadOnlyList<PiiSpan> Spans, IReadOnlyList<(int Start, int End)> Keep)
{
    public static IReadOnlyList<MaskingCase> All() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Assist", "masking-cases.jsonl")).Select(Parse)];

    private static MaskingCase Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        return new MaskingCase(
            row.GetProperty("id").GetString()!,
            row.GetProperty("text").GetString()!,
            [.. row.GetProperty("spans").EnumerateArray().Select(span => new PiiSpan(
                span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), TypeOf(span.GetProperty("type").GetString()!)))],
            [.. row.GetProperty("keep").EnumerateArray().Select(keep => (keep.GetProperty("start").GetInt32(), keep.GetProperty("end").GetInt32()))]);
    }

    private static PiiType TypeOf(string name) =>
        Label.TryParse<PiiType>(name.ToLowerInvariant(), out var type) ? type : throw new InvalidDataException(name);
}
