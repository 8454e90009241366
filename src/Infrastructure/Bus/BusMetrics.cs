using System.Diagnostics.Metrics;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>What operators watch: how much waits, for how long, what failed.</summary>
public sealed class BusMetrics : IDisposable
{
    public const string MeterName = "Lawyers.Hub.Bus";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _handled;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _dead;
    private readonly Histogram<double> _handling;

    private IReadOnlyList<TopicBacklog> _backlog = [];

    public BusMetrics()
    {
        _handled = _meter.CreateCounter<long>("hub.bus.handled", description: "Messages handled");
        _retries = _meter.CreateCounter<long>("hub.bus.retries", description: "Attempts that failed and will be repeated");
        _dead = _meter.CreateCounter<long>("hub.bus.dead_letters", description: "Messages given up on");
        _handling = _meter.CreateHistogram<double>("hub.bus.handling.duration", "s", "Time a consumer took");
        _meter.CreateObservableGauge(
            "hub.bus.depth", () => _backlog.Select(topic => new Measurement<long>(topic.Depth, Tag(topic.Topic))), description: "Messages waiting");
        _meter.CreateObservableGauge(
            "hub.bus.oldest.age", () => _backlog.Select(topic => new Measurement<double>(topic.OldestAge.TotalSeconds, Tag(topic.Topic))), "s", "Age of the oldest waiting message");
    }

    public void Handled(string topic, TimeSpan took)
    {
        _handled.Add(1, Tag(topic));
        _handling.Record(took.TotalSeconds, Tag(topic));
    }

    public void Retried(string topic) => _retries.Add(1, Tag(topic));

    public void Died(string topic) => _dead.Add(1, Tag(topic));

    internal void Saw(IReadOnlyList<TopicBacklog> backlog) => _backlog = backlog;

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string topic) => new("topic", topic);
}
