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
                drained = await new PipelineRun(hub, database, Console.Error).Drain(cancellationToken);
            }

            await Console.Error.WriteLineAsync("pipeline: the same rows by plain INSERT ...");
            ceiling = await CeilingRecords.Measure(database, cancellationToken);
        }

        // What the backlog left to policies and views would be in the way of what comes after it.
        await using var calm = await HubProcess.Start(await cluster.Database("calm", cancellationToken), graph.Url, cancellationToken);
        await using var calmDatabase = cluster.Unrestricted("calm");
        var recorded = await new PipelineRun(calm, calmDatabase, Console.Error).Record((int)(drained.PerSecond / 2), cancellationToken);
        await output.WriteLineAsync(new PipelineReport(drained, recorded, ceiling).ToString());
    }
}
