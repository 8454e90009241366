using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// How fast a delivery is acknowledged, and how soon the lawyer's page has it, at 200 messages a second; then the most that 32 connections
/// get through. Beside each figure stands what this machine can do at best, measured with the same load in the same run; at the end every
/// acknowledged message is looked up.
/// </summary>
internal static class WebhookBenchmark
{
    internal const int PerSecond = 200;
    internal const int QuietPerSecond = 10;
    internal const int Connections = 32;

    internal static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    internal static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var graph = await LocalHost.Graph();
        await using var hub = await HubProcess.Start(await cluster.Database("hub", cancellationToken), graph.Url, cancellationToken);
        await using var database = cluster.Unrestricted("hub");
        await output.WriteLineAsync((await new WebhookRun(hub, database, Console.Error).Measure(cancellationToken)).ToString());
    }
}
