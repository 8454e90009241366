using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// How fast what a spike left becomes events, with all lanes, policies and views of one hub running beside; then, at half of that rate in a
/// fresh hub, how long a message takes from the door to its event. Beside it stand the same rows by plain INSERT, a transaction a message.
/// </summary>
internal static class PipelineBenchmark
{
    internal const int Backlog = 10_000;

    /// <summary>Lanes that a hub works on at a time; the ceiling gets as many connections.</summary>
    internal const int Lanes = 8;

    internal static readonly TimeSpan DrainsAtMost = TimeSpan.FromSeconds(25);
    internal static readonly TimeSpan Calm = TimeSpan.FromSeconds(10);
    internal static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(5);

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var graph = await LocalHost.Graph();
        DrainedBacklog drained;
        RecordCeiling ceiling;
        await using (var database = cluster.Unrestricted("spiked"))
        {
            await using (var hub = await HubProcess.Start(await cluster.Database("spiked", cancellationToken), graph.Url, cancellationToken))
            {
                drained = await new PipelineRun(hub, database, Clients.InInterviews(), Console.Error).Drain(cancellationToken);
            }

            await Console.Error.WriteLineAsync("pipeline: the same rows by plain INSERT ...");
            ceiling = await CeilingRecords.Measure(database, cancellationToken);
        }

        // What the backlog left to policies and views would be in the way of what comes after it.
        await using var calm = await HubProcess.Start(await cluster.Database("calm", cancellationToken), graph.Url, cancellationToken);
        await using var calmDatabase = cluster.Unrestricted("calm");
        var recorded = await new PipelineRun(calm, calmDatabase, Clients.InInterviews(), Console.Error).Record((int)(drained.PerSecond / 2), cancellationToken);
        await output.WriteLineAsync(new PipelineReport(drained, recorded, ceiling).ToString());
    }

    /// <summary>The backlog alone, of people who mostly write for the first time.</summary>
    public static Task RunNewcomers(TextWriter output, CancellationToken cancellationToken) =>
        RunDrain("of mostly new clients", Clients.MostlyNew(), withSecondWorker: false, output, cancellationToken);

    /// <summary>The backlog alone, with another worker on the same database and processors.</summary>
    public static Task RunTwoWorkers(TextWriter output, CancellationToken cancellationToken) =>
        RunDrain("with a second worker", Clients.InInterviews(), withSecondWorker: true, output, cancellationToken);

    private static async Task RunDrain(string what, Clients clients, bool withSecondWorker, TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var graph = await LocalHost.Graph();
        var connections = await cluster.Database("spiked", cancellationToken);
        await using var database = cluster.Unrestricted("spiked");
        await using var hub = await HubProcess.Start(connections, graph.Url, cancellationToken);
        await using var second = withSecondWorker
            ? await HubProcess.Start(connections, graph.Url, cancellationToken, new Dictionary<string, string> { ["Hub__Roles"] = "worker" }, beside: hub)
            : null;
        var drained = await new PipelineRun(hub, database, clients, Console.Error).Drain(cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"pipeline: a spike's backlog {what}: {drained.PerSecond:0} messages/s become events; {drained.Stored} of {drained.Acknowledged} acknowledged stored"));
    }
}
