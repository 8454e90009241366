using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>Closed loops at one host, or at several at once.</summary>
internal sealed record GatewayFigures(double PerSecond, double P50, double P99, int Sent, TimeSpan Elapsed)
{
    /// <exception cref="BenchmarkException">Something else than 200 was answered.</exception>
    public static GatewayFigures Of(IReadOnlyCollection<Pressed> pressed) => pressed.All(one => one.Taken == one.Sent)
        ? new(
            pressed.Sum(one => one.PerSecond), pressed.Max(one => one.Latencies.Milliseconds(.5)), pressed.Max(one => one.Latencies.Milliseconds(.99)),
            pressed.Sum(one => one.Sent), pressed.Max(one => one.Elapsed))
        : throw new BenchmarkException($"Not all was taken: {string.Join(", ", pressed.SelectMany(one => one.Statuses).Select(status => $"{status.Value} × {status.Key}"))}.");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PerSecond,7:0} requests/s   p50 {P50,5:0.0} ms   p99 {P99,5:0.0} ms");
}

/// <param name="Bare">Signature and parse, nothing stored.</param>
/// <param name="Grouped">The same rows by plain INSERT in groups, nothing sealed.</param>
/// <param name="Two">Two gateways on one database, half of the connections each.</param>
/// <param name="Allocated">Bytes a request.</param>
/// <param name="Read">Deliveries a second, of those that the spike left.</param>
/// <param name="Published">Messages on the bus when all of the spike was read.</param>
/// <param name="Beside">With a worker beside it that has all of these messages to work on.</param>
/// <param name="MemoryBefore">Bytes, after its first 10,000 deliveries.</param>
internal sealed record GatewayReport(
    GatewayFigures Bare,
    GatewayFigures Grouped,
    GatewayFigures Alone,
    GatewayFigures Two,
    Pressed Spike,
    double Allocated,
    double Read,
    long Published,
    GatewayFigures Beside,
    long MemoryBefore,
    long MemoryAfter)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        gateway: {GatewayBenchmark.Connections} connections, one message a request, durable and sealed before its answer
          a gateway                      {Alone}
          ceiling: signature and parse   {Bare}   hub/ceiling {Alone.PerSecond / Bare.PerSecond:0.00}
          ceiling: the same rows         {Grouped}   hub/ceiling {Alone.PerSecond / Grouped.PerSecond:0.00}
          two gateways, one database     {Two}   of one {Two.PerSecond / Alone.PerSecond:0.00}
          beside a worker with a backlog {Beside}
          allocated                      {Allocated / 1024:0.0} KiB a request
          in memory                      {MemoryBefore >> 20} MiB after 10,000 requests, {MemoryAfter >> 20} MiB at the end
          spike of {GatewayBenchmark.SustainedPerSecond * 10}/s for {GatewayBenchmark.Spike.TotalSeconds:0} s       {string.Join(", ", Spike.Statuses.OrderBy(status => status.Key).Select(status => $"{status.Value} × {status.Key}"))}   {Spike.Latencies.Text(.5, .99)}
          read afterwards                {Read:0} deliveries/s; {Published} messages on the bus of {Spike.Taken} acknowledged
        """);
}

/// <summary>A gateway's memory before and after so many deliveries.</summary>
internal sealed record MemoryReport(int Sent, double PerSecond, long Before, long After, long Kept)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        gateway-million: {Sent} deliveries at {PerSecond:0} requests/s; {Kept} payloads kept
          in memory   {Before >> 20} MiB before, {After >> 20} MiB after = {(double)After / Before:0.00}
        """);
}
