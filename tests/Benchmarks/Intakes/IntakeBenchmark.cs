using System.Globalization;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Benchmarks.Webhooks;

namespace Lawyers.Hub.Benchmarks.Intakes;

/// <summary>
/// A hundred clients in their interviews at once, each answering as soon as the next question is on the phone: how long a client waits for it,
/// and how many answers a second that makes. First with every answer taken at once, then beyond a batching window. Beside it stands what a
/// host needs that checks the signature, inserts the gateway's rows and sends one message: the ends of the path without what lies between.
/// </summary>
internal static class IntakeBenchmark
{
    internal const int Clients = 100;

    /// <summary>Of each client, at once.</summary>
    private const int Answers = 12;

    /// <summary>Of each client beyond the window.</summary>
    private const int Waited = 4;

    /// <summary>Of each client first, so that nothing is done for the first time when it is measured.</summary>
    private const int Before = 2;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(4);

    public static async Task Run(TextWriter output, CancellationToken cancellationToken)
    {
        await using var cluster = await DurableCluster.Start(cancellationToken);
        await using var phones = await Phones.Start();
        var (atOnce, ceiling) = await AtOnce(cluster, phones, cancellationToken);
        var waited = await BeyondTheWindow(cluster, phones, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            intake: {Clients} clients at once, from the webhook to the next question on the phone
              no window              {atOnce.PerSecond,6:0} answers/s  {atOnce.Waits.Text(0.5, 0.95, 0.99)}
              ceiling                {ceiling.PerSecond,6:0} answers/s  {ceiling.Waits.Text(0.5, 0.95, 0.99)}  (signature, rows, one send)
              share of the ceiling   {atOnce.PerSecond / ceiling.PerSecond,6:0.000}
              beyond {Window.TotalSeconds:0} s             {waited.PerSecond,6:0} answers/s  {waited.Waits.Text(0.5, 0.95, 0.99)}  (goal: p95 at most 1,000 ms)
            """));
    }

    private static async Task<(Answering AtOnce, Answering Ceiling)> AtOnce(DurableCluster cluster, Phones phones, CancellationToken cancellationToken)
    {
        await using var hub = await Hub(cluster, "at_once", phones, TimeSpan.Zero, cancellationToken);
        await using var database = cluster.Unrestricted("at_once");
        using var door = new Door("the hub", hub.Url);
        var deliveries = Deliveries.Of(hub.Credentials.GetProperty("channel"));
        var load = new Interviews(door, deliveries, phones, TimeSpan.Zero);
        await load.Run(firstTurn: 0, Story.Consenting + Before, cancellationToken);
        await Console.Error.WriteLineAsync("intake: every answer at once ...");
        var answered = await load.Run(Story.Consenting + Before, Answers, cancellationToken);

        await Console.Error.WriteLineAsync("intake: the ends of the path alone ...");
        await using var rows = await CeilingRows.Start(database, cancellationToken);
        using var graph = LocalHost.Client(phones.Url);
        await using var host = await CeilingHost.Start(
            hub.Credentials.GetProperty("channel").GetProperty("appSecret").GetString()!,
            async (body, webhook) =>
            {
                await rows.KeepAlone(body, webhook);
                await Phones.Send(graph, CeilingRows.Message(webhook).GetProperty("from").GetString()!, cancellationToken);
            });
        using var bare = new Door("the host that inserts and sends", host.Url);
        var least = new Interviews(bare, deliveries, phones, TimeSpan.Zero);
        await least.Run(Story.Consenting, length: 1, cancellationToken);
        return (answered, await least.Run(Story.Consenting, Answers, cancellationToken));
    }

    private static async Task<Answering> BeyondTheWindow(DurableCluster cluster, Phones phones, CancellationToken cancellationToken)
    {
        await using var hub = await Hub(cluster, "window", phones, Window, cancellationToken);
        using var door = new Door("the hub", hub.Url);
        var load = new Interviews(door, Deliveries.Of(hub.Credentials.GetProperty("channel")), phones, Window);
        await load.Run(firstTurn: 0, Story.Consenting + Before, cancellationToken);
        await Console.Error.WriteLineAsync("intake: beyond the window ...");
        return await load.Run(Story.Consenting + Before, Waited, cancellationToken);
    }

    private static async Task<HubProcess> Hub(DurableCluster cluster, string database, Phones phones, TimeSpan window, CancellationToken cancellationToken) =>
        await HubProcess.Start(
            await cluster.Database(database, cancellationToken), phones.Url, cancellationToken,
            new Dictionary<string, string> { ["Intake__BatchingWindow"] = window.ToString("c", CultureInfo.InvariantCulture) });
}
