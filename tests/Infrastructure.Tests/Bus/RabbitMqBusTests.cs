using System.Collections.Concurrent;
using System.Text;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Bus.RabbitMq;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Lawyers.Hub.Infrastructure.Tests.Bus;

public sealed class RabbitMqBusTests(HubDatabase database) : BusContract(database), IClassFixture<HubDatabase>, IAsyncLifetime
{
    private RabbitMqOptions _broker = new(new Uri("amqp://unknown/"));

    public async Task InitializeAsync() => _broker = new RabbitMqOptions((await RabbitMqServer.Shared()).Uri)
    {
        Prefix = Topic,
        Queues = 2,
        Reconnect = TimeSpan.FromMilliseconds(50),
        Sharing = TimeSpan.FromMilliseconds(200),
    };

    [Fact]
    public async Task Bodies_lie_at_the_broker_sealed_and_their_lanes_are_not_in_clear_beside_them()
    {
        await using var node = Node(Handling(_ => Task.CompletedTask));
        await node.Bus.Publish([Message("lane", 123456)], CancellationToken.None);
        await Relayed(node);
        var (routingKey, body) = await TakenAndDropped();
        Encoding.UTF8.GetString(body).Should().NotContain("123456");
        routingKey.Should().HaveLength(64).And.NotContain("lane");
    }

    [Fact]
    public async Task What_comes_back_again_and_again_without_an_answer_is_a_dead_letter()
    {
        _broker = _broker with { DeliveryLimit = 2 };
        await using var node = Node(Handling(_ => Task.CompletedTask));
        var message = Message("lane", 0);
        await node.Bus.Publish([message], CancellationToken.None);
        await Relayed(node);
        for (var death = 0; death < 3; death++)
        {
            await TakenAndDropped();
        }

        await using var next = await Node(Handling(_ => Task.CompletedTask)).Start();
        await Eventually.Is(() => !next.DeadLetters.Letters.IsEmpty, "it is a dead letter");
        next.DeadLetters.Letters.Single().Reference.Should().Be(message.Id.ToString("D"));
        await Eventually.Is(async () => await Count("bus_dead") == 1, "it can be tried again");
    }

    [Fact]
    public async Task Two_processes_share_the_queues()
    {
        var byNode = new ConcurrentDictionary<int, int>();
        Consumer Counting(int node) => Handling(_ =>
        {
            byNode.AddOrUpdate(node, 1, (_, count) => count + 1);
            return Task.CompletedTask;
        });
        await using var one = await Node(Counting(1)).Start();
        await using var two = await Node(Counting(2)).Start();
        var number = 0;
        await Eventually.Is(
            async () =>
            {
                await one.Bus.Publish([.. Enumerable.Range(0, 20).Select(lane => Message($"lane-{lane}", number++))], CancellationToken.None);
                return byNode.Count == 2;
            },
            "both have work");
    }

    [Fact]
    public async Task What_is_published_while_the_broker_is_away_waits_in_the_database()
    {
        await using var broker = await RabbitMqServer.StartNew();
        _broker = _broker with { Uri = broker.Uri };
        var handled = new ConcurrentQueue<int>();
        await using var node = await Node(Handling(message =>
        {
            handled.Enqueue(Number(message));
            return Task.CompletedTask;
        })).Start();
        await node.Bus.Publish([Message("lane", 0)], CancellationToken.None);
        await Eventually.Is(() => handled.Count == 1, "the first is handled");

        await broker.Remembers(_broker.QueueName(0));
        await broker.Remembers(_broker.QueueName(1));
        await broker.Kill();
        await node.Bus.Publish([Message("lane", 1), Message("lane", 2)], CancellationToken.None);
        await Eventually.Is(() => !node.Get<RabbitMqLink>().IsConnected, "the loss is noticed");
        (await Count("bus_messages")).Should().Be(2);

        await broker.Start();
        await Eventually.Is(() => handled.Count >= 3, "what waited is handled", TimeSpan.FromSeconds(60));
        handled.Should().Equal(0, 1, 2);
    }

    [Fact]
    public void The_password_is_not_told()
    {
        var options = new RabbitMqOptions(new Uri("amqp://hub:geheim@broker.example:5671/"));
        $"{options}".Should().Be("broker.example:5671");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private protected override BusNode Node(BusOptions options, TimeProvider clock, params IBusConsumer[] consumers) =>
        new(Database, Folder, options, _broker, clock, consumers);

    protected override async Task TakenByOneWhoDies()
    {
        await using var node = Node();
        await Relayed(node);
        await TakenAndDropped();
    }

    /// <summary>Carries to the broker what is published, with nobody there yet who handles it.</summary>
    private async Task Relayed(BusNode node)
    {
        await using var link = new RabbitMqLink(_broker, NullLogger<RabbitMqLink>.Instance);
        await using var publisher = new RabbitMqPublisher(link, _broker);
        var lease = new Lease(TimeSpan.FromSeconds(10));
        var lanes = new LaneStore(Database.Source, new Infrastructure.Database.CrossTenantReading(Database.Source), Guid.NewGuid());
        var relay = new LaneRelay(lanes, publisher, node.Get<BusWakeUp>(), lease, _broker, NullLogger.Instance);
        await relay.Ready(CancellationToken.None);
        foreach (var (lane, head) in await lanes.Claim([Topic], 8, TimeSpan.FromSeconds(10), CancellationToken.None))
        {
            lease.Take(lane, System.Diagnostics.Stopwatch.GetTimestamp());
            await relay.Serve(lane, head, CancellationToken.None, CancellationToken.None);
        }

        (await Count("bus_messages")).Should().Be(0, "all of it is at the broker");
    }

    private async Task<(string RoutingKey, byte[] Body)> TakenAndDropped()
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        var taken = new TaskCompletionSource<(string, byte[])>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            taken.TrySetResult((delivery.RoutingKey, delivery.Body.ToArray()));
            return Task.CompletedTask;
        };
        for (var queue = 0; queue < _broker.Queues; queue++)
        {
            await channel.BasicConsumeAsync(_broker.QueueName(queue), autoAck: false, consumer);
        }

        var message = await taken.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await connection.AbortAsync();
        return message;
    }

    private Task<IConnection> Connect() => new ConnectionFactory { Uri = _broker.Uri }.CreateConnectionAsync();
}
