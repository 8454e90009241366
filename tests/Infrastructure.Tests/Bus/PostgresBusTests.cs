using System.Collections.Concurrent;
using System.Text;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Tests.Privacy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Bus;

public sealed class PostgresBusTests(HubDatabase database) : IClassFixture<HubDatabase>, IDisposable
{
    private readonly string _folder = Ring.NewFolder();
    private readonly TenantId _firm = Ring.NewFirm();

    // A topic of its own per test: the workers of one database serve the topics of their own consumers only.
    private readonly string _topic = $"test.{Guid.NewGuid():N}";

    [Fact]
    public async Task Messages_of_a_lane_are_handled_in_order_one_at_a_time_over_two_workers()
    {
        const int Lanes = 10;
        const int Each = 40;
        var seen = new ConcurrentDictionary<string, ConcurrentQueue<int>>();
        var busy = new ConcurrentDictionary<string, int>();
        var overlaps = 0;
        var consumer = Handling(async message =>
        {
            if (busy.AddOrUpdate(message.Key, 1, (_, count) => count + 1) > 1)
            {
                Interlocked.Increment(ref overlaps);
            }

            await Task.Yield();
            seen.GetOrAdd(message.Key, _ => new()).Enqueue(Number(message));
            busy.AddOrUpdate(message.Key, 0, (_, count) => count - 1);
        });
        await using var one = await Node(consumer).Start();
        await using var two = await Node(consumer).Start();
        for (var i = 0; i < Each; i++)
        {
            var number = i;
            await (i % 2 == 0 ? one : two).Bus.Publish([.. Enumerable.Range(0, Lanes).Select(lane => Message($"lane-{lane}", number))], CancellationToken.None);
        }

        await Eventually.Is(() => seen.Values.Sum(lane => lane.Count) >= Lanes * Each, "all messages are handled");
        overlaps.Should().Be(0);
        seen.Should().HaveCount(Lanes);
        seen.Values.Should().AllSatisfy(lane => lane.Should().Equal(Enumerable.Range(0, Each)));
    }

    [Fact]
    public async Task Other_lanes_go_on_while_one_fails_and_the_failed_one_keeps_its_order()
    {
        var handled = new ConcurrentQueue<string>();
        var failures = 0;
        await using var node = await Node(Handling(message =>
        {
            if (message.Key == "stuck" && Number(message) == 0 && Volatile.Read(ref failures) < 3)
            {
                Interlocked.Increment(ref failures);
                throw new InvalidOperationException("not yet");
            }

            handled.Enqueue($"{message.Key} {Number(message)}");
            return Task.CompletedTask;
        })).Start();
        await node.Bus.Publish([Message("stuck", 0), Message("stuck", 1), Message("free", 0)], CancellationToken.None);
        await Eventually.Is(() => handled.Count == 3, "all three are handled");
        handled.Where(line => line.StartsWith("stuck", StringComparison.Ordinal)).Should().Equal("stuck 0", "stuck 1");
        failures.Should().Be(3);
        node.DeadLetters.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task After_the_last_attempt_a_message_is_a_dead_letter_with_its_reason_and_the_lane_goes_on()
    {
        var attempts = 0;
        var after = new TaskCompletionSource();
        await using var node = await Node(Handling(message =>
        {
            if (Number(message) == 1)
            {
                after.SetResult();
                return Task.CompletedTask;
            }

            Interlocked.Increment(ref attempts);
            throw new InvalidOperationException("words of a client 6281230001111");
        })).Start();
        var poison = Message("lane", 0);
        await node.Bus.Publish([poison, Message("lane", 1)], CancellationToken.None);
        await after.Task.WaitAsync(TimeSpan.FromSeconds(20));
        attempts.Should().Be(6);
        var letter = node.DeadLetters.Letters.Should().ContainSingle().Subject;
        letter.Should().BeEquivalentTo(new
        {
            Tenant = _firm,
            Kind = DeadLetterKinds.Message,
            Name = _topic,
            Reference = poison.Id.ToString("D"),
            Attempts = 6,
            Reason = nameof(InvalidOperationException),
        });
    }

    [Fact]
    public async Task What_is_unprocessable_is_a_dead_letter_at_once_and_can_be_tried_again()
    {
        var hopeless = true;
        var handled = new ConcurrentQueue<int>();
        await using var node = await Node(Handling(message =>
        {
            if (Volatile.Read(ref hopeless))
            {
                throw new UnprocessableException("The definition is not published.");
            }

            handled.Enqueue(Number(message));
            return Task.CompletedTask;
        })).Start();
        var message = Message("lane", 7);
        await node.Bus.Publish([message], CancellationToken.None);
        await Eventually.Is(() => !node.DeadLetters.Letters.IsEmpty, "it is a dead letter");
        await Eventually.Is(async () => await Count("bus_dead") == 1, "it lies among the dead");
        var letter = node.DeadLetters.Letters.Single();
        letter.Attempts.Should().Be(1);
        letter.Reason.Should().Contain("The definition is not published.");

        Volatile.Write(ref hopeless, false);
        var retrying = new BusDeadLetters(node.Bus);
        await retrying.Retry(letter, CancellationToken.None);
        await Eventually.Is(() => handled.Count == 1, "it is tried again");
        handled.Single().Should().Be(7);
        await retrying.Invoking(dead => dead.Retry(letter, CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task An_id_is_published_once_even_after_it_was_handled()
    {
        var handled = new ConcurrentQueue<int>();
        await using var node = await Node(Handling(message =>
        {
            handled.Enqueue(Number(message));
            return Task.CompletedTask;
        })).Start();
        var message = Message("lane", 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => node.Bus.Publish([message, message], CancellationToken.None)));
        await Eventually.Is(() => handled.Count == 1, "it is handled");
        await node.Bus.Publish([message, Message("lane", 1)], CancellationToken.None);
        await Eventually.Is(() => handled.Contains(1), "what came after it is handled");
        handled.Should().Equal(0, 1);
    }

    [Fact]
    public async Task The_lanes_of_a_killed_worker_are_served_by_another_when_its_lease_ends()
    {
        var handled = new TaskCompletionSource<int>();
        await using var node = Node(Handling(message =>
        {
            handled.TrySetResult(Number(message));
            return Task.CompletedTask;
        }));
        await node.Bus.Publish([Message("lane", 5)], CancellationToken.None);
        var killed = new LaneStore(database.Source, new Infrastructure.Database.CrossTenantReading(database.Source), Guid.NewGuid());
        (await killed.Claim([_topic], 8, TimeSpan.FromSeconds(1), CancellationToken.None)).Should().ContainSingle();

        await node.Start();
        handled.Task.IsCompleted.Should().BeFalse("the lane is still leased");
        (await handled.Task.WaitAsync(TimeSpan.FromSeconds(15))).Should().Be(5);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lane_changes_nothing_in_it()
    {
        await Node().Bus.Publish([Message("lane", 0)], CancellationToken.None);
        var everyTenant = new Infrastructure.Database.CrossTenantReading(database.Source);
        var paused = new LaneStore(database.Source, everyTenant, Guid.NewGuid());
        var other = new LaneStore(database.Source, everyTenant, Guid.NewGuid());
        var (lane, head) = (await paused.Claim([_topic], 8, TimeSpan.Zero, CancellationToken.None)).Single();
        (await other.Claim([_topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle();

        (await paused.Fetch(lane, CancellationToken.None)).Should().BeNull();
        (await paused.Done(lane, head.Messages[0], head, CancellationToken.None)).Should().Be(LaneAfter.Lost);
        (await paused.HandBack(lane, CancellationToken.None)).Should().BeFalse();
        (await paused.Renew([lane], TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeEmpty();
        (await Count("bus_messages")).Should().Be(1);
    }

    [Fact]
    public async Task A_lane_is_not_closed_over_what_was_published_meanwhile()
    {
        var node = Node();
        await node.Bus.Publish([Message("lane", 0)], CancellationToken.None);
        var worker = new LaneStore(database.Source, new Infrastructure.Database.CrossTenantReading(database.Source), Guid.NewGuid());
        var (lane, head) = (await worker.Claim([_topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
        await node.Bus.Publish([Message("lane", 1)], CancellationToken.None);
        (await worker.Done(lane, head.Messages[0], head, CancellationToken.None)).Should().Be(LaneAfter.Open);
        (await worker.Close(lane, head, CancellationToken.None)).Should().BeFalse();
        (await worker.Fetch(lane, CancellationToken.None))!.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task The_last_message_of_a_lane_takes_one_claim_and_one_finish()
    {
        await Node().Bus.Publish([Message("lane", 0)], CancellationToken.None);
        var worker = new LaneStore(database.Source, new Infrastructure.Database.CrossTenantReading(database.Source), Guid.NewGuid());
        var (lane, head) = (await worker.Claim([_topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
        head.IsAll.Should().BeTrue();
        (await worker.Done(lane, head.Messages[0], head, CancellationToken.None)).Should().Be(LaneAfter.Closed);
        (await worker.Fetch(lane, CancellationToken.None)).Should().BeNull();
        (await worker.Claim([_topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_lane_is_claimed_with_its_first_messages_only()
    {
        await Node().Bus.Publish([.. Enumerable.Range(0, 40).Select(n => Message("lane", n))], CancellationToken.None);
        var worker = new LaneStore(database.Source, new Infrastructure.Database.CrossTenantReading(database.Source), Guid.NewGuid());
        var (_, head) = (await worker.Claim([_topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
        head.IsAll.Should().BeFalse();
        head.Messages.Select(message => message.Position).Should().BeInAscendingOrder().And.HaveCountLessThan(40);
    }

    [Fact]
    public async Task A_stopping_worker_hands_back_what_it_holds()
    {
        var began = new TaskCompletionSource();
        var node = Node(
            BusNode.Quick with { Grace = TimeSpan.FromMilliseconds(50) },
            Handling(async (_, token) =>
            {
                began.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            }));
        await node.Start();
        await node.Bus.Publish([Message("lane", 0)], CancellationToken.None);
        await began.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await node.DisposeAsync();

        var next = new LaneStore(database.Source, new Infrastructure.Database.CrossTenantReading(database.Source), Guid.NewGuid());
        var (_, head) = (await next.Claim([_topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle().Subject;
        head.Messages.Single().Attempts.Should().Be(0, "a stop is no failure");
        node.DeadLetters.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task Bodies_lie_sealed_and_only_their_firm_publishes_them()
    {
        await Node().Bus.Publish([Message("lane", 123456)], CancellationToken.None);
        (await database.AsSuperuser($"select position('123456'::bytea in body) from bus_messages where topic = '{_topic}'")).Should().Be(0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 9)]
    [InlineData(50, 300)]
    public void Pauses_grow_up_to_a_limit(int attempts, double seconds)
    {
        new BusOptions().PauseAfter(attempts, 0.5).TotalSeconds.Should().BeApproximately(seconds, 0.001);
        new BusOptions().PauseAfter(attempts, 0).Should().BeLessThan(new BusOptions().PauseAfter(attempts, 1));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private BusNode Node(params IBusConsumer[] consumers) => Node(BusNode.Quick, consumers);

    private BusNode Node(BusOptions options, params IBusConsumer[] consumers) => new(database, _folder, options, consumers);

    private Consumer Handling(Func<BusMessage, Task> handle) => Handling((message, _) => handle(message));

    private Consumer Handling(Func<BusMessage, CancellationToken, Task> handle) => new(_topic, handle);

    private BusMessage Message(string key, int number) =>
        new(_firm, _topic, key, Guid.NewGuid(), Encoding.UTF8.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static int Number(BusMessage message) => int.Parse(message.Body.Span, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<int> Count(string table) => (int)(long)(await database.AsSuperuser($"select count(*) from {table} where topic = '{_topic}'"))!;
}
