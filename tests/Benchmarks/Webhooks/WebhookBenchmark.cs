using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
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
        var folder = Directory.CreateTempSubdirectory("lawyers-hub-ceiling-");
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.OtherExecute);
        await using (var cluster = await PostgresCluster.Start(new PostgresOptions(Path.Combine(folder.FullName, "postgres")), NullLogger.Instance, cancellationToken))
        {
            await using var database = NpgsqlDataSource.Create((await cluster.Database("ceiling", cancellationToken)).Owner + ";Pooling=true");
            await using (var create = database.CreateCommand("create table deliveries (id bigint generated always as identity primary key, body bytea not null)"))
            {
                await create.ExecuteNonQueryAsync(cancellationToken);
            }

            var (bare, bareUrl) = await LocalHost.Bare();
            var (insert, insertUrl) = await LocalHost.OneInsert(database);
            var (graph, graphUrl) = await LocalHost.Graph();
            await using (bare)
            await using (insert)
            await using (graph)
            {
                await using var hub = await HubProcess.Start(graphUrl, cancellationToken);
                await Measure(output, hub, bareUrl, insertUrl, cancellationToken);
            }
        }

        folder.Delete(recursive: true);
    }

    private static async Task Measure(TextWriter output, HubProcess hub, Uri bareUrl, Uri insertUrl, CancellationToken cancellationToken)
    {
        var channel = hub.Credentials.GetProperty("channel");
        var deliveries = new Deliveries(
            channel.GetProperty("phoneNumberId").GetString()!, channel.GetProperty("wabaId").GetString()!, channel.GetProperty("appSecret").GetString()!);
        using var bare = Client(bareUrl);
        using var insert = Client(insertUrl);
        using var gateway = Client(hub.Url);
        using var api = Client(hub.Url);
        api.DefaultRequestHeaders.Authorization = new("Bearer", hub.Credentials.GetProperty("apiTokens").GetProperty("lawyer").GetString());

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

    private static HttpClient Client(Uri url) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
}
