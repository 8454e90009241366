using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Lawyers.Hub.Web.Metrics;

internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>All series of one instrument.</summary>
internal sealed class MetricFamily
{
    // A label that takes ever new values would fill the memory; past this many series the rest is one series.
    private const int MostSeries = 1_000;
    private const string Overflow = "overflow=\"true\"";

    private static readonly double[] UsualBounds = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly string _help;
    private readonly MetricKind _kind;
    private readonly bool _isObserved;
    private readonly bool _tellsLevels;
    private readonly double[] _bounds;

    private MetricFamily(Instrument instrument, MetricKind kind)
    {
        _kind = kind;
        _isObserved = instrument.IsObservable;
        _tellsLevels = _isObserved || instrument.GetType().GetGenericTypeDefinition() == typeof(Gauge<>);
        _help = instrument.Description ?? instrument.Name;
        _bounds = BoundsOf(instrument);
        Name = MetricNames.Of(instrument, kind);
    }

    public string Name { get; }

    public bool IsEmpty => _series.IsEmpty;

    public static MetricFamily Of(Instrument instrument) => new(instrument, KindOf(instrument.GetType()));

    /// <summary>An observed gauge says all it has each time; a label set that it no longer names is gone.</summary>
    public void BeforeObservation()
    {
        if (_isObserved && _kind == MetricKind.Gauge)
        {
            _series.Clear();
        }
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var key = MetricNames.Labels(labels);
        if (!_series.TryGetValue(key, out var series))
        {
            series = _series.GetOrAdd(_series.Count < MostSeries ? key : Overflow, _ => new MetricSeries(_kind == MetricKind.Histogram ? _bounds : []));
        }

        if (_tellsLevels)
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }

    public void WriteHead(StringBuilder page) => page
        .Append("# HELP ").Append(Name).Append(' ').Append(_help.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)).Append('\n')
        .Append("# TYPE ").Append(Name).Append(' ').Append(_kind.ToString().ToLowerInvariant()).Append('\n');

    public void WriteSeries(StringBuilder page)
    {
        foreach (var (labels, series) in _series)
        {
            var (sum, count, buckets) = series.Read();
            if (_kind != MetricKind.Histogram)
            {
                Line(page, suffix: "", labels, sum);
                continue;
            }

            long upTo = 0;
            for (var bucket = 0; bucket < buckets.Length; bucket++)
            {
                upTo += buckets[bucket];
                var bound = bucket == _bounds.Length ? "+Inf" : Number(_bounds[bucket]);
                Line(page, "_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", upTo);
            }

            Line(page, "_sum", labels, sum);
            Line(page, "_count", labels, count);
        }
    }

    private static MetricKind KindOf(Type instrument) => instrument.GetGenericTypeDefinition() switch
    {
        var type when type == typeof(Histogram<>) => MetricKind.Histogram,
        var type when type == typeof(Counter<>) || type == typeof(ObservableCounter<>) => MetricKind.Counter,
        _ => MetricKind.Gauge, // up-down counters are levels to Prometheus
    };

    private static double[] BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => UsualBounds,
    };

    private void Line(StringBuilder page, string suffix, string labels, double value)
    {
        page.Append(Name).Append(suffix);
        if (labels.Length > 0)
        {
            page.Append('{').Append(labels).Append('}');
        }

        page.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
