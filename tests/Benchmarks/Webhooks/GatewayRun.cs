using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>One gateway and the order in which things are measured.</summary>
/// <param name="database">The hub's, as somebody who sees every row.</param>
internal sealed class GatewayRun(HubProcess hub, NpgsqlDataSource database, TextWriter progress)
{
    private const string Path = "/webhook/whatsapp";
    private const int Chunk = 50_000;
    private const int WarmUp = 10_000;
    private const int MostPerSecond = 25_000;
    private const int MostPerSecondOfNothing = 60_000;
    private const int SpikeConnections = 256;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReadWithin = TimeSpan.FromMinutes(5);

    private readonly Deliveries _deliveries = Deliveries.Of(hub.Credentials.GetProperty("channel"));
    private readonly string _appSecret = hub.Credentials.GetProperty("channel").GetProperty("appSecret").GetString()!;
    private readonly Clients _clients = Clients.InInterviews();

    /// <param name="another">Starts a second gateway.</param>
    /// <param name="worker">Starts a worker.</param>
    public async Task<GatewayReport> Measure(Func<Task<HubProcess>> another, Func<Task<HubProcess>> worker, CancellationToken cancellationToken)
    {
        var bare = await Ceiling("the bare host", (_, _) => Task.CompletedTask, MostPerSecondOfNothing, cancellationToken);
        GatewayFigures grouped;
        await using (var rows = await CeilingRows.Start(database, cancellationToken))
        {
            grouped = await Ceiling("the host that inserts in groups", rows.KeepInGroups, MostPerSecond * 2, cancellationToken);
        }

        var memoryBefore = Fill(hub.Url, WarmUp, cancellationToken);
        Fill(hub.Url, Chunk, cancellationToken);
        await progress.WriteLineAsync("gateway: the hub ...");
        var allocated = await Allocated(cancellationToken);
        var alone = Closed(hub.Url, MostPerSecond, GatewayBenchmark.Length, cancellationToken);
        allocated = (await Allocated(cancellationToken) - allocated) / alone.Sent;

        GatewayFigures two;
        await using (var second = await another())
        {
            Fill(second.Url, Chunk, cancellationToken);
            await progress.WriteLineAsync("gateway: two gateways ...");
            two = await Both(second.Url, cancellationToken);
        }

        // From here on every row is counted.
        await Execute("truncate webhook_arrivals", cancellationToken);
        await progress.WriteLineAsync("gateway: the spike ...");
        var spiked = Requests(hub.Url, GatewayBenchmark.SustainedPerSecond * 10 * (int)GatewayBenchmark.Spike.TotalSeconds);
        var spike = Press.Open(hub.Url, spiked, SpikeConnections, GatewayBenchmark.SustainedPerSecond * 10, cancellationToken);

        await progress.WriteLineAsync("gateway: reading what the spike left ...");
        await using var reading = await worker();
        var read = await Read(cancellationToken);
        var published = await Count("select count(*) from bus_ids where topic = 'wa.message.incoming'", cancellationToken);
        var beside = Closed(hub.Url, MostPerSecond, GatewayBenchmark.Short, cancellationToken);
        return new(bare, grouped, alone, two, spike, allocated, read, published, beside, memoryBefore, hub.WorkingSet);
    }

    /// <summary>So many messages, as fast as it takes them.</summary>
    public async Task<MemoryReport> Fill(int count, CancellationToken cancellationToken)
    {
        Fill(hub.Url, Chunk, cancellationToken);
        var before = hub.WorkingSet;
        var (pressing, sent) = (TimeSpan.Zero, 0);
        while (sent < count)
        {
            var pressed = GatewayFigures.Of([Press.Closed(hub.Url, Requests(hub.Url, Chunk), GatewayBenchmark.Connections, TimeSpan.FromMinutes(1), cancellationToken)]);
            (pressing, sent) = (pressing + pressed.Elapsed, sent + pressed.Sent);
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"gateway: {sent} taken, {hub.WorkingSet >> 20} MiB ..."));
        }

        return new(sent, sent / pressing.TotalSeconds, before, hub.WorkingSet, await Count("select count(*) from raw_payloads", cancellationToken) - Chunk);
    }

    private async Task<GatewayFigures> Ceiling(string name, Func<byte[], JsonElement, Task> keep, int most, CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync($"gateway: {name} ...");
        await using var host = await CeilingHost.Start(_appSecret, keep);
        Fill(host.Url, Chunk, cancellationToken);
        return Closed(host.Url, most, GatewayBenchmark.Short, cancellationToken);
    }

    private async Task<GatewayFigures> Both(Uri second, CancellationToken cancellationToken)
    {
        var halves = new[] { hub.Url, second }
            .Select(url => (Url: url, Requests: Requests(url, MostPerSecond / 2 * (int)GatewayBenchmark.Short.TotalSeconds))).ToArray();
        var pressed = await Task.WhenAll(halves.Select(half => Task.Factory.StartNew(
            () => Press.Closed(half.Url, half.Requests, GatewayBenchmark.Connections / 2, GatewayBenchmark.Short, cancellationToken),
            cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return GatewayFigures.Of(pressed);
    }

    /// <returns>What it holds in memory afterwards.</returns>
    private long Fill(Uri url, int count, CancellationToken cancellationToken)
    {
        Press.Closed(url, Requests(url, count), GatewayBenchmark.Connections, TimeSpan.FromMinutes(1), cancellationToken);
        return hub.WorkingSet;
    }

    private GatewayFigures Closed(Uri url, int perSecond, TimeSpan length, CancellationToken cancellationToken)
    {
        var requests = Requests(url, perSecond * (int)length.TotalSeconds);
        return GatewayFigures.Of([Press.Closed(url, requests, GatewayBenchmark.Connections, length, cancellationToken)]);
    }

    private byte[][] Requests(Uri url, int count)
    {
        var requests = new byte[count][];
        for (var n = 0; n < count; n++)
        {
            var delivery = _deliveries.Of(_clients.Next());
            requests[n] = PressedRequest.Post(url, Path, WebhookSignature.Header, delivery.Signature, delivery.Body);
        }

        return requests;
    }

    /// <summary>How many of the deliveries that wait are read in a second, until none waits.</summary>
    private async Task<double> Read(CancellationToken cancellationToken)
    {
        const string unread = "select coalesce(sum(cardinality(deliveries)), 0)::bigint from webhook_arrivals";
        var before = await Count(unread, cancellationToken);
        var clock = Stopwatch.StartNew();
        while (await Count(unread, cancellationToken) > 0)
        {
            if (clock.Elapsed > ReadWithin)
            {
                throw new BenchmarkException("What was taken is not read in time.");
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return before / clock.Elapsed.TotalSeconds;
    }

    /// <summary>All that the gateway ever allocated, as its runtime counts it.</summary>
    private async Task<double> Allocated(CancellationToken cancellationToken)
    {
        const string name = "dotnet_gc_heap_total_allocated_bytes_total ";
        using var http = LocalHost.Client(hub.Url);
        var page = await http.GetStringAsync("/metrics", cancellationToken);
        var line = page.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))
            ?? throw new BenchmarkException("The gateway does not say what it allocates.");
        return double.Parse(line[name.Length..], CultureInfo.InvariantCulture);
    }

    private async Task<long> Count(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of this file
        await using var command = database.CreateCommand(sql);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task Execute(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of this file
        await using var command = database.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
