using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>One hub and the order in which things are measured: while something is, nothing else runs.</summary>
/// <param name="database">The hub's, as somebody who sees every row.</param>
/// <param name="progress">Told what is being measured, as that takes minutes.</param>
internal sealed class WebhookRun(HubProcess hub, NpgsqlDataSource database, TextWriter progress)
{
    private const int PreparingConnections = 8;

    private static readonly TimeSpan WarmsUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DrainsWithin = TimeSpan.FromMinutes(10);

    private readonly Deliveries _deliveries = Deliveries.Of(hub.Credentials.GetProperty("channel"));
    private readonly string _appSecret = hub.Credentials.GetProperty("channel").GetProperty("appSecret").GetString()!;

    public async Task<WebhookReport> Measure(CancellationToken cancellationToken)
    {
        using var door = new Door("the hub", hub.Url);
        using var api = hub.Api("lawyer");
        var clients = new Clients();
        var timelines = await Prepare(door, api, clients, cancellationToken);
        await progress.WriteLineAsync("webhook: the hub with hardly anything to do ...");
        var (_, quiet) = await Watched(door, timelines, timelines.Clients, OneAfterAnother(clients), WebhookBenchmark.QuietPerSecond, Quiet, cancellationToken);
        await HubDrain.Wait(hub, DrainsWithin, cancellationToken);

        var bare = await Ceiling("the bare host", (_, _) => Task.CompletedTask, cancellationToken);
        await using var rows = await CeilingRows.Start(database, cancellationToken);
        var alone = await Ceiling("the host that inserts", rows.KeepAlone, cancellationToken);
        var grouped = await Ceiling("the host that inserts in groups", rows.KeepInGroups, cancellationToken);
        await progress.WriteLineAsync("webhook: the least pipeline ...");
        var ceiling = await CeilingOfReading(timelines.Clients, cancellationToken);

        await progress.WriteLineAsync("webhook: the hub under the steady load, and until it is done ...");
        var before = door.Acknowledged.Count;
        var next = Everybody(clients);
        var (steady, readable) = await Watched(door, timelines, timelines.Clients, next, WebhookBenchmark.PerSecond, WebhookBenchmark.Length, cancellationToken);
        var mix = door.Acknowledged.Skip(before).ToArray();
        var steadyDrain = await HubDrain.Wait(hub, DrainsWithin, cancellationToken);

        await progress.WriteLineAsync("webhook: the most that the hub takes, and until it is done ...");
        before = door.Acknowledged.Count;
        var fastest = await Load.Fastest(door, next, WebhookBenchmark.Connections, WebhookBenchmark.Short, cancellationToken);
        var fastestSent = door.Acknowledged.Count - before;
        var fastestDrain = await HubDrain.Wait(hub, DrainsWithin, cancellationToken);

        await ExactlyOnce.Check(api, door.Acknowledged, cancellationToken);
        await ApiTimelines.Check(api, timelines, door.Acknowledged, cancellationToken);
        return new(
            new(steady, fastest), bare, alone, grouped, readable, quiet, ceiling, mix, steadyDrain, fastestSent, fastestDrain, door.Acknowledged.Count);
    }

    /// <summary>Brings the known clients into their interviews, and finds the timelines of the watched ones.</summary>
    private async Task<HubTimelines> Prepare(Door door, HttpClient api, Clients clients, CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync($"webhook: {Clients.Known} clients come and consent ...");
        for (var turn = 0; turn < Story.Consenting; turn++)
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Clients.Known),
                new ParallelOptions { MaxDegreeOfParallelism = PreparingConnections, CancellationToken = cancellationToken },
                async (client, token) => await door.Deliver(_deliveries.Of(clients.Of(client)), token));
        }

        await HubDrain.Wait(hub, DrainsWithin, cancellationToken);
        var places = await ExactlyOnce.Check(api, door.Acknowledged, cancellationToken);
        var firstContacts = door.Acknowledged
            .Where(delivery => delivery.Said.Step == Step.FirstContact && Clients.WatchedOnes.Contains(delivery.Said.Client))
            .ToDictionary(delivery => places[delivery.Wamid], delivery => delivery.Said.Client);
        return await HubTimelines.Find(database, hub.Credentials.GetProperty("tenantId").GetString()!, firstContacts, cancellationToken);
    }

    private async Task<DoorFigures> Ceiling(string name, Func<byte[], JsonElement, Task> keep, CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync($"webhook: {name} ...");
        await using var host = await CeilingHost.Start(_appSecret, keep);
        using var door = new Door(name, host.Url);
        var next = await Warm(door, cancellationToken);
        var steady = await Load.Steady(door, next, WebhookBenchmark.PerSecond, WebhookBenchmark.Short, watch: null, cancellationToken);
        return new(steady, await Load.Fastest(door, next, WebhookBenchmark.Connections, WebhookBenchmark.Short, cancellationToken));
    }

    private async Task<ReadableFigures> CeilingOfReading(IReadOnlyCollection<int> watched, CancellationToken cancellationToken)
    {
        await using var pipeline = await CeilingPipeline.Start(database, cancellationToken);
        await using var host = await CeilingHost.Start(_appSecret, pipeline.Keep);
        using var door = new Door("the least pipeline", host.Url);
        var next = await Warm(door, cancellationToken);
        var (_, readable) = await Watched(
            door, pipeline, watched, next, WebhookBenchmark.PerSecond, WebhookBenchmark.Length, cancellationToken);
        return readable;
    }

    private static async Task<(Latencies Acknowledged, ReadableFigures Readable)> Watched(
        Door door, IReadModel model, IReadOnlyCollection<int> clients, Func<Delivery> next, int perSecond, TimeSpan length, CancellationToken cancellationToken)
    {
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new Watch(model, clients);
        var load = Load.Steady(door, next, perSecond, length, watch, together.Token);
        try
        {
            await watch.Until(load, DrainsWithin, together.Token);
            return (await load, new(watch.Seen, watch.Gaps));
        }
        finally
        {
            await together.CancelAsync();
            await ((Task)load).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The hub was warmed by its preparation; a ceiling that is still being compiled would flatter it.</summary>
    private async Task<Func<Delivery>> Warm(Door door, CancellationToken cancellationToken)
    {
        var next = Everybody(Clients.InInterviews());
        await Load.Fastest(door, next, PreparingConnections, WarmsUp, cancellationToken);
        return next;
    }

    private Func<Delivery> Everybody(Clients clients) => () => _deliveries.Of(clients.Next());

    private Func<Delivery> OneAfterAnother(Clients clients)
    {
        var said = 0;
        return () => _deliveries.Of(clients.Of(Clients.WatchedOnes[said++ % Clients.Watched]));
    }
}
