using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// How fast a delivery is acknowledged, and how soon the lawyer's page has it, at 200 messages a second; then the most that 32 connections
/// get through. Beside it a bare host, and one that writes each body durably into one row: no gateway can be faster than those.
/// </summary>
internal static class WebhookBenchmark
{
    private const int PerSecond = 200;
    private const int Connections = 32;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(8);

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await cluster.Database("ceiling", cancellationToken);
        await using var database = cluster.Unrestricted("ceiling");
        await using (var create = database.CreateCommand("create table deliveries (id bigint generated always as identity primary key, body bytea not null)"))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var graph = await LocalHost.Graph();
        await using var hub = await HubProcess.Start(await cluster.Database("hub", cancellationToken), graph.Url, cancellationToken);
        var channel = hub.Credentials.GetProperty("channel");
        var appSecret = channel.GetProperty("appSecret").GetString()!;
        var deliveries = new Deliveries(channel.GetProperty("phoneNumberId").GetString()!, channel.GetProperty("wabaId").GetString()!, appSecret);
        await using var bareHost = await CeilingHosts.Bare(appSecret);
        await using var insertHost = await CeilingHosts.Start(appSecret, async (body, _) =>
        {
            await using var command = database.CreateCommand("insert into deliveries (body) values ($1)");
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = body });
            await command.ExecuteNonQueryAsync(cancellationToken);
        });
        using var bare = LocalHost.Client(bareHost.Url);
        using var insert = LocalHost.Client(insertHost.Url);
        using var gateway = LocalHost.Client(hub.Url);
        using var api = hub.Api("lawyer");

        var probe = new ReadModelProbe(gateway, api, deliveries);
        await probe.Begin(cancellationToken);
        var quiet = await probe.Measure(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(100), cancellationToken);
        var bareSteady = await Load.Steady(bare, deliveries, PerSecond, Short, cancellationToken);
        var insertSteady = await Load.Steady(insert, deliveries, PerSecond, Short, cancellationToken);
        var probing = probe.Measure(Length, TimeSpan.FromMilliseconds(250), cancellationToken);
        var steady = await Load.Steady(gateway, deliveries, PerSecond, Length, cancellationToken);
        var busy = await probing;
        var bareFastest = await Load.Fastest(bare, deliveries, Connections, Short, cancellationToken);
        var insertFastest = await Load.Fastest(insert, deliveries, Connections, Short, cancellationToken);
        var fastest = await Load.Fastest(gateway, deliveries, Connections, Short, cancellationToken);

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            webhook: {PerSecond} signed messages/s for {Length.TotalSeconds:0} s, {steady.Count} delivered
              acknowledged             {steady.Text(.5, .99)}
              ceiling: one insert      {insertSteady.Text(.5, .99)}   hub/ceiling p50 {steady.Over(insertSteady, .5)}, p99 {steady.Over(insertSteady, .99)}
              ceiling: bare host       {bareSteady.Text(.5, .99)}   hub/ceiling p50 {steady.Over(bareSteady, .5)}, p99 {steady.Over(bareSteady, .99)}
              webhook -> read model    {busy.Text(.5, .95)}   under that load, {busy.Count} probes
              the same, nothing else   {quiet.Text(.5, .95)}   loaded/quiet p50 {busy.Over(quiet, .5)}, p95 {busy.Over(quiet, .95)}, {quiet.Count} probes
            webhook: most with {Connections} connections
              hub                      {fastest,7:0} /s
              ceiling: one insert      {insertFastest,7:0} /s   hub/ceiling {fastest / insertFastest:0.00}
              ceiling: bare host       {bareFastest,7:0} /s   hub/ceiling {fastest / bareFastest:0.00}
            """));
    }
}
