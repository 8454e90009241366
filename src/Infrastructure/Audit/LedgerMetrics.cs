using System.Diagnostics.Metrics;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>What operators watch: how much was sealed, and how old events were when they were.</summary>
public sealed class LedgerMetrics : IDisposable
{
    public const string MeterName = "Lawyers.Hub.Ledger";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _events;
    private readonly Counter<long> _checkpoints;
    private readonly Histogram<double> _behind;

    public LedgerMetrics()
    {
        _events = _meter.CreateCounter<long>("hub.ledger.sealed", description: "Events put under a checkpoint");
        _checkpoints = _meter.CreateCounter<long>("hub.ledger.checkpoints", description: "Checkpoints signed");
        _behind = _meter.CreateHistogram<double>("hub.ledger.behind", "s", "Age of the newest event of a batch when it was sealed");
    }

    public void Sealed(int events, int checkpoints, DateTimeOffset newest, DateTimeOffset now)
    {
        _events.Add(events);
        _checkpoints.Add(checkpoints);
        _behind.Record(Math.Max(0, (now - newest).TotalSeconds));
    }

    public void Dispose() => _meter.Dispose();
}
