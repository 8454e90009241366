using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Outbound;

/// <summary>
/// How many approved replies leave in a second, with every gate asked and every event stored, at a Meta that answers at once: all of them
/// become due at one moment. Beside it stands a bare HTTP client that posts the same bodies, one after the other.
/// </summary>
internal static class OutboundBenchmark
{
    internal const int Clients = 200;
    internal const int RepliesEach = 10;

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var meta = await RecordingMeta.Start();
        await using var hub = await HubProcess.Start(
            await cluster.Database("hub", cancellationToken), meta.Url, cancellationToken,
            new Dictionary<string, string> { ["WhatsApp__MessagesPerSecond"] = "1000" });
        var run = new OutboundRun(hub, meta, Console.Error);
        var sent = await run.Send(cancellationToken);
        await Console.Error.WriteLineAsync("outbound: the same bodies by a bare client ...");
        var bare = await run.PostBare(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            outbound: {Clients * RepliesEach} approved replies to {Clients} clients, due at one moment, every gate and event
              the hub          {sent,7:0} sends/s
              a bare client    {bare,7:0} sends/s, one after the other
              share of it      {sent / bare,7:0.000}  (goal: at least 0.5)
            """));
    }
}
