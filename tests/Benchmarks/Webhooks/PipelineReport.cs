using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <param name="PerSecond">From the end of the spike, before which none of it was read, to its last event.</param>
/// <param name="Spent">Meanwhile, also on what followed from the messages.</param>
internal sealed record DrainedBacklog(int Acknowledged, long Stored, double PerSecond, ProcessorTime Spent)
{
    public double Microseconds(TimeSpan spent) => spent.TotalMicroseconds / Stored;
}

/// <summary>Milliseconds from the door to the event.</summary>
internal sealed record RecordedMessages(int PerSecond, int Count, double P50, double P95);

internal sealed record PipelineReport(DrainedBacklog Drained, RecordedMessages Recorded, RecordCeiling Ceiling)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        pipeline: messages of {Clients.Known + Clients.Newcomers} clients, one a delivery, one hub with all its lanes, policies and views
          a spike's backlog       {Drained.PerSecond,6:0} messages/s become events; {Drained.Stored} of {Drained.Acknowledged} acknowledged stored
          processors a message    {Drained.Microseconds(Drained.Spent.Hub),6:0} µs hub, {Drained.Microseconds(Drained.Spent.Database):0} µs database, of {Environment.ProcessorCount * 1e6 / Drained.PerSecond:0} µs
          ceiling: the same rows  {Ceiling.PerSecond,6:0} messages/s   hub/ceiling {Drained.PerSecond / Ceiling.PerSecond:0.00}   (event, words and wamid by plain INSERT, a transaction a message, {PipelineBenchmark.Lanes} connections; p95 {Ceiling.Taken.Milliseconds(.95):0.0} ms)
          at {Recorded.PerSecond} messages/s       p50 {Recorded.P50:0} ms   p95 {Recorded.P95:0} ms from the door to the event (n {Recorded.Count})
        """);
}
