using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Outbound;

/// <summary>
/// How many approved replies leave in a second, with every gate asked and every event stored, at a Meta that answers at once: all of them
/// become due at one moment. Beside it stand a bare HTTP client that posts the same bodies, one after the other, and the least that a send is
/// made of: its events, and its events and the call.
/// </summary>
internal static class OutboundBenchmark
{
    internal const int Clients = 200;
    internal const int RepliesEach = 10;

    /// <summary>That leave first, so that nothing is done for the first time when it is measured.</summary>
    internal const int RepliesBefore = 2;

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var meta = await RecordingMeta.Start();
        double sent, bare;
        (string Path, byte[] Body) post;
        await using (var hub = await HubProcess.Start(
            await cluster.Database("hub", cancellationToken), meta.Url, cancellationToken,
            new Dictionary<string, string> { ["WhatsApp__MessagesPerSecond"] = "100000" })) // the hub is measured here, not Meta's limits
        {
            var run = new OutboundRun(hub, meta, Console.Error);
            sent = await run.Send(cancellationToken);
            await Console.Error.WriteLineAsync("outbound: the same bodies by a bare client ...");
            bare = await run.PostBare(cancellationToken);
            post = (meta.Taken[0].Path, meta.Taken[0].Body);
        }

        await Console.Error.WriteLineAsync("outbound: the least that a send is made of ...");
        var least = await LeastSend.Rates(cluster, meta.Url, post, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            outbound: {Clients * RepliesEach} approved replies to {Clients} clients, due at one moment, every gate and event
              the hub          {sent,7:0} sends/s
              a bare client    {bare,7:0} sends/s, one after the other
              share of it      {sent / bare,7:0.000}  (goal: at least 0.5)
              the events alone {least.Events,7:0} sends/s, two durable units of work each, 64 at once; the hub has {sent / least.Events:0.00} of it
              events and call  {least.Whole,7:0} sends/s, 64 at once; share of the bare client {least.Whole / bare:0.000}, and the hub has {sent / least.Whole:0.00} of it
            """));
    }
}
