using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Tests.Privacy;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.Hosting;

namespace Lawyers.Hub.Infrastructure.Tests.Bus;

/// <summary>What every transport of the bus keeps; a class for each runs all of it.</summary>
public abstract class BusContract(HubDatabase database) : IDisposable
{
    private readonly string _folder = Ring.NewFolder();
    private readonly TenantId _firm = Ring.NewFirm();

    protected HubDatabase Database => database;

    protected string Folder => _folder;

    protected TenantId Firm => _firm;

    // Of its own per test: the workers of one database serve the topics of their own consumers only.
    protected virtual string Topic { get; } = $"test.{Guid.NewGuid():N}";

    private protected abstract BusNode Node(BusOptions options, TimeProvider clock, params IBusConsumer[] consumers);

    /// <summary>Somebody who takes the first message, never answers and is gone, and comes to nobody's mind within a second or so.</summary>
    protected abstract Task TakenByOneWhoDies();

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
    public async Task What_cannot_be_done_yet_waits_without_counting_attempts()
    {
        const int Most = 30;
        var asked = 0;
        var handled = new ConcurrentQueue<string>();
        await using var node = await Node(Handling(message =>
        {
            if (message.Key == "waits" && Interlocked.Increment(ref asked) <= Most)
            {
                throw new NotYetException("later", TimeSpan.FromMilliseconds(1));
            }

            handled.Enqueue($"{message.Key} {Number(message)}");
            return Task.CompletedTask;
        })).Start();
        await node.Bus.Publish([Message("waits", 0), Message("waits", 1), Message("free", 0)], CancellationToken.None);
        await Eventually.Is(() => handled.Count == 3, "all three are handled");
        handled.Where(line => line.StartsWith("waits", StringComparison.Ordinal)).Should().Equal("waits 0", "waits 1");
        node.DeadLetters.Letters.Should().BeEmpty("thirty attempts would have been far too many");
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
            Name = Topic,
            Reference = poison.Id.ToString("D"),
            Attempts = 6,
        });
        letter.Reason.Should().StartWith(nameof(InvalidOperationException)).And.NotContain("words").And.NotContain("6281230001111");
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
        await retrying.Invoking(dead => dead.Retry(letter, CancellationToken.None)).Should().ThrowAsync<UnprocessableException>("the person who asks is told why");
    }

    [Fact]
    public async Task A_handler_that_hangs_has_failed_and_keeps_neither_its_lane_nor_others()
    {
        var hangs = new TaskCompletionSource();
        var asked = 0;
        var handled = new ConcurrentQueue<string>();
        await using var node = await Node(
            Handling(async message =>
            {
                if (message.Key == "hangs" && Interlocked.Increment(ref asked) == 1)
                {
                    await hangs.Task; // deaf to being told to stop
                }

                handled.Enqueue($"{message.Key} {Number(message)}");
            }),
            BusNode.Quick with { HandlingLimit = TimeSpan.FromSeconds(2), Grace = TimeSpan.FromMilliseconds(50) }).Start();
        await node.Bus.Publish([Message("hangs", 0), Message("hangs", 1), Message("free", 0)], CancellationToken.None);
        await Eventually.Is(() => handled.Distinct().Count() == 3, "all three are handled");
        handled.Where(line => line.StartsWith("hangs", StringComparison.Ordinal)).Distinct().Should().Equal("hangs 0", "hangs 1");
        node.DeadLetters.Letters.Should().BeEmpty();
        hangs.SetResult();
    }

    [Fact]
    public async Task One_that_hangs_at_every_attempt_is_a_dead_letter_that_says_so()
    {
        await using var node = await Node(
            Handling((_, token) => Task.Delay(Timeout.Infinite, token)),
            BusNode.Quick with { HandlingLimit = TimeSpan.FromMilliseconds(100), Attempts = 2 }).Start();
        await node.Bus.Publish([Message("lane", 0)], CancellationToken.None);
        await Eventually.Is(() => !node.DeadLetters.Letters.IsEmpty, "it is a dead letter");
        node.DeadLetters.Letters.Single().Should().BeEquivalentTo(new { Attempts = 2, Reason = "Handling it took longer than 0.1 s." });
    }

    [Fact]
    public async Task A_refusal_that_may_pass_is_told_by_its_code_and_sentence()
    {
        await using var node = await Node(
            Handling(_ =>
            {
                Result<int> refused = Refusal.Conflict("conflict", "Somebody else changed this.");
                refused.OrThrow();
                return Task.CompletedTask;
            }),
            BusNode.Quick with { Attempts = 2 }).Start();
        await node.Bus.Publish([Message("lane", 0)], CancellationToken.None);
        await Eventually.Is(() => !node.DeadLetters.Letters.IsEmpty, "it is a dead letter");
        node.DeadLetters.Letters.Single().Should().BeEquivalentTo(new { Attempts = 2, Reason = "conflict: Somebody else changed this." });
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
    public async Task What_is_published_while_a_lane_rests_comes_after_what_it_rests_for()
    {
        var handled = new ConcurrentQueue<int>();
        var mayPass = false;
        var failures = 0;
        await using var node = await Node(Handling(message =>
        {
            if (Number(message) == 0 && !Volatile.Read(ref mayPass))
            {
                Interlocked.Increment(ref failures);
                throw new InvalidOperationException("not yet");
            }

            handled.Enqueue(Number(message));
            return Task.CompletedTask;
        }), BusNode.Quick with { Attempts = 1000 }).Start();
        await node.Bus.Publish([Message("lane", 0), Message("lane", 1)], CancellationToken.None);
        for (var number = 2; number < 12; number++)
        {
            var before = Volatile.Read(ref failures);
            await node.Bus.Publish([Message("lane", number)], CancellationToken.None);
            await Eventually.Is(() => Volatile.Read(ref failures) > before, "it was tried again");
        }

        handled.Should().BeEmpty();
        Volatile.Write(ref mayPass, true);
        await Eventually.Is(() => handled.Count >= 12, "all are handled");
        handled.Should().Equal(Enumerable.Range(0, 12));
    }

    [Fact]
    public async Task What_a_killed_worker_had_taken_is_handled_by_another_in_its_order()
    {
        var handled = new ConcurrentQueue<int>();
        await using var node = Node(Handling(message =>
        {
            handled.Enqueue(Number(message));
            return Task.CompletedTask;
        }));
        await node.Bus.Publish([Message("lane", 0), Message("lane", 1), Message("lane", 2)], CancellationToken.None);
        await TakenByOneWhoDies();
        await node.Start();
        await Eventually.Is(() => handled.Count >= 3, "all are handled");
        handled.Should().Equal(0, 1, 2);
    }

    [Fact]
    public async Task A_stopping_worker_hands_back_what_it_holds_and_another_goes_on_in_order()
    {
        var began = new TaskCompletionSource();
        await using var stopping = Node(
            Handling(async (_, token) =>
            {
                began.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            }),
            BusNode.Quick with { Grace = TimeSpan.FromMilliseconds(50) });
        await stopping.Start();
        await stopping.Bus.Publish([Message("lane", 0), Message("lane", 1)], CancellationToken.None);
        await began.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await stopping.DisposeAsync();

        var handled = new ConcurrentQueue<int>();
        await using var next = await Node(Handling(message =>
        {
            handled.Enqueue(Number(message));
            return Task.CompletedTask;
        })).Start();
        await Eventually.Is(() => handled.Count >= 2, "the other has handled them", TimeSpan.FromSeconds(5));
        handled.Should().Equal(0, 1);
        stopping.DeadLetters.Letters.Should().BeEmpty("a stop is no failure");
        next.DeadLetters.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_backlog_waits_where_it_is_durable_while_only_so_many_are_in_work()
    {
        const int Lanes = 60;
        const int Each = 10;
        var inWork = 0;
        var most = 0;
        var handled = 0;
        var open = new TaskCompletionSource();
        var options = BusNode.Quick with { Lanes = 4 };
        await using var node = await Node(
            Handling(async _ =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref inWork));
                await open.Task;
                Interlocked.Decrement(ref inWork);
                Interlocked.Increment(ref handled);
            }),
            options).Start();
        for (var i = 0; i < Each; i++)
        {
            await node.Bus.Publish([.. Enumerable.Range(0, Lanes).Select(lane => Message($"lane-{lane}", i))], CancellationToken.None);
        }

        await Eventually.Is(() => Volatile.Read(ref inWork) == 4, "as many as may are in work");
        open.SetResult();
        await Eventually.Is(() => Volatile.Read(ref handled) >= Lanes * Each, "all are handled");
        most.Should().Be(4);
        handled.Should().Be(Lanes * Each);
    }

    [Fact]
    public async Task Nothing_is_lost_with_many_publishers_on_many_nodes()
    {
        const int Publishers = 12;
        const int Each = 40;
        var seen = new ConcurrentDictionary<string, ConcurrentQueue<int>>();
        var consumer = Handling(message =>
        {
            seen.GetOrAdd(message.Key, _ => new()).Enqueue(Number(message));
            return Task.CompletedTask;
        });
        await using var one = await Node(consumer).Start();
        await using var two = await Node(consumer).Start();
        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(publisher => Task.Run(async () =>
        {
            for (var number = 0; number < Each; number++)
            {
                await (publisher % 2 == 0 ? one : two).Bus.Publish([Message($"publisher-{publisher}", number)], CancellationToken.None);
            }
        })));
        await Eventually.Is(() => seen.Values.Sum(lane => lane.Count) >= Publishers * Each, "all are handled");
        seen.Values.Should().HaveCount(Publishers).And.AllSatisfy(lane => lane.Should().Equal(Enumerable.Range(0, Each)));
    }

    [Fact]
    public async Task Clocks_that_jump_lose_nothing_repeat_nothing_and_keep_the_order()
    {
        const int Messages = 40;
        var handled = new ConcurrentQueue<int>();
        var clock = new JumpingClock();
        await using var node = await Node(
            BusNode.Quick,
            clock,
            Handling(message =>
            {
                handled.Enqueue(Number(message));
                return Task.CompletedTask;
            })).Start();
        var all = Enumerable.Range(0, Messages).Select(number => Message("lane", number)).ToArray();
        foreach (var message in all)
        {
            clock.Jump(TimeSpan.FromDays(Number(message) % 2 == 0 ? 400 : -700));
            await node.Bus.Publish([message], CancellationToken.None);
        }

        await Eventually.Is(() => handled.Count >= Messages, "all are handled");
        clock.Jump(TimeSpan.FromDays(40_000));
        await node.Get<IEnumerable<IHostedService>>().OfType<BusHousekeeping>().Single().Sweep(CancellationToken.None);
        await node.Bus.Publish([.. all, Message("lane", Messages)], CancellationToken.None);
        await Eventually.Is(() => handled.Contains(Messages), "what came after is handled");
        handled.Should().Equal(Enumerable.Range(0, Messages + 1), "no clock of a node makes the bus forget what it has published");
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected BusNode Node(params IBusConsumer[] consumers) => Node(BusNode.Quick, consumers);

    private protected BusNode Node(IBusConsumer consumer, BusOptions options) => Node(options, consumer);

    private protected BusNode Node(BusOptions options, params IBusConsumer[] consumers) => Node(options, TimeProvider.System, consumers);

    private protected Consumer Handling(Func<BusMessage, Task> handle) => Handling((message, _) => handle(message));

    private protected Consumer Handling(Func<BusMessage, CancellationToken, Task> handle) => new(Topic, handle);

    protected BusMessage Message(string key, int number) =>
        new(_firm, Topic, key, Guid.NewGuid(), Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));

    protected static int Number(BusMessage message) => int.Parse(message.Body.Span, CultureInfo.InvariantCulture);

    protected async Task<int> Count(string table) => (int)(long)(await database.AsSuperuser($"select count(*) from {table} where topic = '{Topic}'"))!;

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, known);
        }
    }
}
