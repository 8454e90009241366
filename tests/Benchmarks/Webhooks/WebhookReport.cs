using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>What one door did: acknowledgements at the steady rate, and the most per second.</summary>
internal sealed record DoorFigures(Latencies Steady, double MostPerSecond);

/// <summary>How soon messages were readable, and how closely it was looked.</summary>
internal sealed record ReadableFigures(Latencies Seen, Latencies Gaps);

/// <summary>Everything that a run found, as it is printed.</summary>
internal sealed record WebhookReport(
    DoorFigures Hub, DoorFigures Bare, DoorFigures Rows, DoorFigures GroupedRows,
    ReadableFigures Readable, ReadableFigures Quiet, ReadableFigures Ceiling,
    IReadOnlyCollection<Delivery> Mix, TimeSpan SteadyDrain, int FastestSent, TimeSpan FastestDrain, int Checked)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        webhook: {WebhookBenchmark.PerSecond} signed messages/s for {WebhookBenchmark.Length.TotalSeconds:0} s
          the mix: {Mix.Count} messages of {Mix.Select(delivery => delivery.Said.Client).Distinct().Count()} clients: {Count(Step.FirstContact)} first contacts, {Count(Step.Consent)} consents, {Count(Step.Answer)} interview answers, {Count(Step.FollowUp)} after an interview
          acknowledged (from the moment it was due)
            hub                           {Hub.Steady.Text(.5, .99)}
            ceiling: verify and parse     {Bare.Steady.Text(.5, .99)}   hub/ceiling {Over(Bare)}
            ceiling: the same rows        {Rows.Steady.Text(.5, .99)}   hub/ceiling {Over(Rows)}
            ceiling: in group commits     {GroupedRows.Steady.Text(.5, .99)}   hub/ceiling {Over(GroupedRows)}
          webhook -> read model (from the moment it was due until the timeline's rows are there)
            hub, under this load          {Readable.Seen.Text(.5, .95)}   n {Readable.Seen.Count}   hub/ceiling p50 {Readable.Seen.Over(Ceiling.Seen, .5)}, p95 {Readable.Seen.Over(Ceiling.Seen, .95)}
            ceiling: durable insert, NOTIFY, worker, durable read row, the same load and looks
                                          {Ceiling.Seen.Text(.5, .95)}   n {Ceiling.Seen.Count}
            hub, {WebhookBenchmark.QuietPerSecond} messages/s            {Quiet.Seen.Text(.5, .95)}   n {Quiet.Seen.Count}
            {Clients.Watched} watched clients in their interviews, looked at every {Watch.Resolution.TotalMilliseconds:0} ms (in fact p50 {Readable.Gaps.Milliseconds(.5):0.0}, p95 {Readable.Gaps.Milliseconds(.95):0.0} ms; ceiling p95 {Ceiling.Gaps.Milliseconds(.95):0.0} ms)
          drained {SteadyDrain.TotalSeconds:0.0} s after the last of them: {Mix.Count / (WebhookBenchmark.Length + SteadyDrain).TotalSeconds:0} messages/s through the whole pipeline
        webhook: most with {WebhookBenchmark.Connections} connections
          hub                           {Hub.MostPerSecond,7:0} /s
          ceiling: verify and parse     {Bare.MostPerSecond,7:0} /s   hub/ceiling {Hub.MostPerSecond / Bare.MostPerSecond:0.00}
          ceiling: the same rows        {Rows.MostPerSecond,7:0} /s   hub/ceiling {Hub.MostPerSecond / Rows.MostPerSecond:0.00}
          ceiling: in group commits     {GroupedRows.MostPerSecond,7:0} /s   hub/ceiling {Hub.MostPerSecond / GroupedRows.MostPerSecond:0.00}
          drained {FastestDrain.TotalSeconds:0.0} s after the last of {FastestSent}: {FastestSent / (WebhookBenchmark.Short + FastestDrain).TotalSeconds:0} messages/s through the whole pipeline
        webhook: all {Checked} acknowledged messages stand in the event stream exactly once, and those of the {Clients.Watched} watched clients on the API's timelines
        """);

    private int Count(Step step) => Mix.Count(delivery => delivery.Said.Step == step);

    private string Over(DoorFigures ceiling) => $"p50 {Hub.Steady.Over(ceiling.Steady, .5)}, p99 {Hub.Steady.Over(ceiling.Steady, .99)}";
}
