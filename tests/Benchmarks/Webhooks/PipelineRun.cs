using System.Diagnostics;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>One hub with all roles, pressed once.</summary>
/// <param name="database">The hub's, as somebody who sees every row.</param>
/// <param name="clients">Who writes.</param>
internal sealed class PipelineRun(HubProcess hub, NpgsqlDataSource database, Clients clients, TextWriter progress)
{
    private const string Path = "/webhook/whatsapp";
    private const int SpikePerSecond = 10_000;

    // Long enough for the hub's code to be compiled for good, and for what it leaves to policies to be done.
    private const int WarmUp = 2_000;
    private const int WarmUpPerSecond = 250;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WarmWithin = TimeSpan.FromMinutes(1);

    private readonly Deliveries _deliveries = Deliveries.Of(hub.Credentials.GetProperty("channel"));

    /// <summary>Leaves a backlog at the door, and watches it become events.</summary>
    public async Task<DrainedBacklog> Drain(CancellationToken cancellationToken)
    {
        await Warm(cancellationToken);
        await HubDrain.Wait(hub, WarmWithin, cancellationToken);
        var stored = await Stored(cancellationToken);
        await progress.WriteLineAsync($"pipeline: a spike of {PipelineBenchmark.Backlog} messages, and until it is stored ...");
        var requests = Requests(PipelineBenchmark.Backlog);
        Pressed spike;
        await using (var reading = await database.OpenConnectionAsync(cancellationToken))
        {
            // As if another node were reading: else what is read and stored while the spike lasts would take from both.
            await using var hold = new NpgsqlCommand("select pg_advisory_lock($1)", reading);
            hold.Parameters.Add(new NpgsqlParameter<long> { TypedValue = DeliveryReader.Lock });
            await hold.ExecuteNonQueryAsync(cancellationToken);
            spike = Press.Open(hub.Url, requests, GatewayBenchmark.Connections, SpikePerSecond, cancellationToken);

            // Told, as it looks only once a second whether another node is still reading: that would be a part of the time by chance.
            hold.CommandText = "select pg_advisory_unlock($1), pg_notify('hub_arrivals', '')";
            await hold.ExecuteNonQueryAsync(cancellationToken);
        }

        var before = await ProcessorTime.Of(hub, database, cancellationToken);
        var clock = Stopwatch.StartNew();
        var now = await Stored(cancellationToken);
        while (now - stored < spike.Taken && clock.Elapsed < PipelineBenchmark.DrainsAtMost)
        {
            await Task.Delay(Pause, cancellationToken);
            now = await Stored(cancellationToken);
        }

        clock.Stop();
        var after = await ProcessorTime.Of(hub, database, cancellationToken);
        return new(spike.Taken, now - stored, (now - stored) / clock.Elapsed.TotalSeconds, after - before);
    }

    /// <summary>A steady rate, and how long each message takes.</summary>
    public async Task<RecordedMessages> Record(int perSecond, CancellationToken cancellationToken)
    {
        await Warm(cancellationToken);
        await HubDrain.Wait(hub, WarmWithin, cancellationToken);
        var last = await Count("select coalesce(max(seq_id), 0) from mt_events", cancellationToken);
        var stored = await Stored(cancellationToken);
        await progress.WriteLineAsync($"pipeline: {perSecond} messages/s ...");
        var requests = Requests(perSecond * (int)PipelineBenchmark.Calm.TotalSeconds);
        var pressed = Press.Open(hub.Url, requests, GatewayBenchmark.Connections, perSecond, cancellationToken);
        await Until(stored + pressed.Taken, PipelineBenchmark.DrainsAtMost, cancellationToken);
        await using var command = database.CreateCommand(
            """
            select percentile_disc(array[.5, .95]) within group (order by extract(epoch from timestamp - (data ->> 'ReceivedAt')::timestamptz) * 1000)::double precision[]
            from mt_events where type = 'message_received' and seq_id > $1
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last });
        var shares = (double[])(await command.ExecuteScalarAsync(cancellationToken))!;
        return new(perSecond, pressed.Taken, shares[0], shares[1]);
    }

    private async Task Warm(CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync("pipeline: a hub warms up ...");
        var stored = await Stored(cancellationToken);
        var warm = Press.Open(hub.Url, Requests(WarmUp), GatewayBenchmark.Connections, WarmUpPerSecond, cancellationToken);
        await Until(stored + warm.Taken, WarmWithin, cancellationToken);
    }

    private async Task Until(long stored, TimeSpan within, CancellationToken cancellationToken)
    {
        for (var clock = Stopwatch.StartNew(); await Stored(cancellationToken) is var now && now < stored;)
        {
            if (clock.Elapsed > within)
            {
                throw new BenchmarkException($"{stored - now} acknowledged messages have no event {within.TotalSeconds:0} s after the last of them.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private byte[][] Requests(int count)
    {
        var requests = new byte[count][];
        for (var n = 0; n < count; n++)
        {
            var delivery = _deliveries.Of(clients.Next());
            requests[n] = PressedRequest.Post(hub.Url, Path, WebhookSignature.Header, delivery.Signature, delivery.Body);
        }

        return requests;
    }

    private Task<long> Stored(CancellationToken cancellationToken) =>
        Count("select count(*) from mt_events where type = 'message_received'", cancellationToken);

    private async Task<long> Count(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of this file
        await using var command = database.CreateCommand(sql);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
