using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// How many deliveries of one message a gateway makes durable, and how soon it says so; what a spike does to it; what a request costs in
/// memory; and how fast what was taken is read. Beside it stand the same requests at a host that stores nothing, and at one that inserts the
/// same rows in plain groups.
/// </summary>
internal static class GatewayBenchmark
{
    internal const int Connections = 64;

    /// <summary>Ten times of which is the spike.</summary>
    internal const int SustainedPerSecond = 1_000;

    internal static readonly TimeSpan Length = TimeSpan.FromSeconds(8);
    internal static readonly TimeSpan Short = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan Spike = TimeSpan.FromSeconds(10);

    private const int Million = 1_000_000;

    private static readonly Dictionary<string, string> Gateway = new() { ["Hub__Roles"] = "gateway" };
    private static readonly Dictionary<string, string> Worker = new() { ["Hub__Roles"] = "worker" };

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var graph = await LocalHost.Graph();
        var connections = await cluster.Database("hub", cancellationToken);
        await using var hub = await HubProcess.Start(connections, graph.Url, cancellationToken, Gateway);
        await using var database = cluster.Unrestricted("hub");
        var run = new GatewayRun(hub, database, Console.Error);
        await output.WriteLineAsync((await run.Measure(
            () => HubProcess.Start(connections, graph.Url, cancellationToken, Gateway, beside: hub),
            () => HubProcess.Start(connections, graph.Url, cancellationToken, Worker, beside: hub),
            cancellationToken)).ToString());
    }

    /// <summary>A million deliveries to one gateway: what it holds in memory at the end.</summary>
    public static async Task RunMillion(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var graph = await LocalHost.Graph();
        await using var hub = await HubProcess.Start(await cluster.Database("hub", cancellationToken), graph.Url, cancellationToken, Gateway);
        await using var database = cluster.Unrestricted("hub");
        await output.WriteLineAsync((await new GatewayRun(hub, database, Console.Error).Fill(Million, cancellationToken)).ToString());
    }
}
