namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>In the middle of a burst something is gone, full or slow. Afterwards each acknowledged message is there once, and nobody had to help.</summary>
[Collection("servers that fail")]
public sealed class ServersFail(PlainSite site) : IClassFixture<PlainSite>
{
    private const int Messages = 90;
    private const int Middle = 30;

    [Fact]
    public async Task The_hub_is_killed()
    {
        var burst = Burst.Begin(site, Messages);
        await burst.Reaches(Middle);
        await site.Hub.Kill();
        await burst.IsRefused();
        await site.StartHub();
        await site.EachIsThereOnce(await burst.End());
    }

    [Fact]
    public async Task One_of_two_workers_is_killed()
    {
        var worker = await site.StartWorker();
        var burst = Burst.Begin(site, Messages);
        await burst.Reaches(Middle);
        await worker.Kill();
        await site.EachIsThereOnce(await burst.End());
    }

    [Fact]
    public async Task The_database_server_is_killed()
    {
        var burst = Burst.Begin(site, Messages);
        await burst.Reaches(Middle);
        await site.Database.KillAndRestart();
        await site.EachIsThereOnce(await burst.End());
    }

    [Fact]
    public async Task The_disk_is_full()
    {
        var burst = Burst.Begin(site, Messages);
        await burst.Reaches(Middle);
        await site.Disk.Fill(site.Database.Process);
        await burst.IsRefused();
        await site.Disk.Empty(site.Database.Process);
        await site.Database.Recovers();
        await site.EachIsThereOnce(await burst.End());
    }

    [Fact]
    public async Task The_database_answers_in_seconds()
    {
        var burst = Burst.Begin(site, Messages);
        await burst.Reaches(Middle);
        site.Line.Delay = TimeSpan.FromSeconds(1.5);
        await burst.Reaches(Middle + 6);
        site.Line.Delay = TimeSpan.Zero;
        await site.EachIsThereOnce(await burst.End());
    }
}

/// <summary>The same with the bus over RabbitMQ.</summary>
[Collection("servers that fail")]
public sealed class BrokersFail(BrokerSite site) : IClassFixture<BrokerSite>
{
    private const int Messages = 90;
    private const int Middle = 30;

    [Fact]
    public async Task The_broker_is_killed()
    {
        var burst = Burst.Begin(site, Messages);
        await burst.Reaches(Middle);
        await site.Broker!.Kill();
        await burst.Reaches(Middle + 10);
        await site.Broker.Start();
        await site.EachIsThereOnce(await burst.End());
    }

    [Fact]
    public async Task One_of_two_workers_is_killed()
    {
        var worker = await site.StartWorker();
        var burst = Burst.Begin(site, Messages);
        await burst.Reaches(Middle);
        await worker.Kill();
        await site.EachIsThereOnce(await burst.End());
    }

    [Fact]
    public async Task Everything_comes_twice_out_of_order_and_over_both_transports()
    {
        var worker = await site.StartWorker(overPostgres: true);
        var burst = Burst.Begin(site, Messages, Delivered.TwiceOutOfOrder);
        await site.EachIsThereOnce(await burst.End());
        (await worker.Stop()).Should().Be(0);
    }
}
