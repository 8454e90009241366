using System.Diagnostics.Metrics;
using System.Globalization;

namespace Lawyers.Hub.Web.Metrics;

/// <summary>Names and labels as Prometheus wants them.</summary>
internal static class MetricNames
{
    public static string Of(Instrument instrument, MetricKind kind)
    {
        var unit = UnitOf(instrument.Unit);
        var name = Clean(instrument.Name);
        name = unit.Length == 0 || name.EndsWith($"_{unit}", StringComparison.Ordinal) ? name : $"{name}_{unit}";
        if (kind != MetricKind.Histogram && name.EndsWith("_count", StringComparison.Ordinal))
        {
            name = $"{name[..^"_count".Length]}_number"; // the ending belongs to histograms
        }

        return kind != MetricKind.Counter || name.EndsWith("_total", StringComparison.Ordinal) ? name : $"{name}_total";
    }

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var pairs = new string[labels.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var value = Convert.ToString(labels[i].Value, CultureInfo.InvariantCulture) ?? "";
            pairs[i] = $"{Clean(labels[i].Key)}=\"{Escape(value)}\"";
        }

        Array.Sort(pairs, StringComparer.Ordinal);
        return string.Join(',', pairs);
    }

    private static string UnitOf(string? unit) => unit switch
    {
        null or "" or "1" or ['{', ..] => "",
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        _ => Clean(unit),
    };

    private static string Escape(string value) => value
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Clean(string name) =>
        string.Concat(name.Select((c, place) => char.IsAsciiLetter(c) || c == '_' || (place > 0 && char.IsAsciiDigit(c)) ? c : '_'));
}
