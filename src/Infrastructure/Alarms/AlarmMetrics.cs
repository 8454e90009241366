using System.Diagnostics.Metrics;

namespace Lawyers.Hub.Infrastructure.Alarms;

/// <summary>What operators watch: how many alarms rang, how late, and how many attempts failed.</summary>
public sealed class AlarmMetrics : IDisposable
{
    public const string MeterName = "Lawyers.Hub.Alarms";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _rung;
    private readonly Histogram<double> _late;

    public AlarmMetrics()
    {
        _rung = _meter.CreateCounter<long>("hub.alarms.rung", description: "Alarms that rang, by kind and what came of it");
        _late = _meter.CreateHistogram<double>("hub.alarms.late", "s", "How long after its moment an alarm rang for the first time");
    }

    public void Rang(string kind, string outcome) => _rung.Add(1, new("kind", kind), new("outcome", outcome));

    public void Late(string kind, TimeSpan late) => _late.Record(Math.Max(0, late.TotalSeconds), new KeyValuePair<string, object?>("kind", kind));

    public void Dispose() => _meter.Dispose();
}
