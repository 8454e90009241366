using System.Diagnostics.Metrics;
using Lawyers.Hub.Application.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What came in, and what became of it at the door.</summary>
public sealed class WebhookMetrics : IDisposable
{
    public const string MeterName = "Lawyers.Hub.Webhook";

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _seconds;
    private readonly Counter<long> _items;
    private readonly Counter<long> _quarantined;
    private readonly Counter<long> _released;
    private readonly Counter<long> _refused;

    private IReadOnlyList<Quarantined> _waiting = [];

    public WebhookMetrics()
    {
        _seconds = _meter.CreateHistogram<double>("hub.webhook.duration", "s", "From a delivery's beginning to its answer");
        _items = _meter.CreateCounter<long>("hub.webhook.items", description: "What was read of deliveries: messages and statuses, and what could not be read");
        _quarantined = _meter.CreateCounter<long>("hub.webhook.quarantined", description: "Changes of numbers that no firm has registered");
        _released = _meter.CreateCounter<long>("hub.webhook.released", description: "Changes that left quarantine for the firm that registered their number");
        _meter.CreateObservableGauge(
            "hub.webhook.quarantine.waiting",
            () => _waiting.GroupBy(waiting => waiting.Reason).Select(reason => new Measurement<long>(reason.Sum(waiting => waiting.Changes), Reason(reason.Key))),
            description: "Changes in quarantine, by reason");
        _refused = _meter.CreateCounter<long>("hub.webhook.refused", description: "Requests that were turned away");
    }

    public void Answered(TimeSpan taken) => _seconds.Record(taken.TotalSeconds);

    public void Read(long messages, long malformed)
    {
        _items.Add(messages, new KeyValuePair<string, object?>("kind", "readable"));
        _items.Add(malformed, new KeyValuePair<string, object?>("kind", "malformed"));
    }

    public void Quarantined(long changes) => _quarantined.Add(changes);

    public void Released(long changes) => _released.Add(changes);

    internal void Saw(IReadOnlyList<Quarantined> waiting) => _waiting = waiting;

    public void Refused(int status) => _refused.Add(1, new KeyValuePair<string, object?>("status", status));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Reason(QuarantineReason reason) => new("reason", reason.ToString());
}
