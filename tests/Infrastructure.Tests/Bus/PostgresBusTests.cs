using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.Hosting;

namespace Lawyers.Hub.Infrastructure.Tests.Bus;

public sealed class PostgresBusTests(HubDatabase database) : BusContract(database), IClassFixture<HubDatabase>
{
    [Fact]
    public async Task A_worker_that_lost_its_lane_changes_nothing_in_it()
    {
        await Node().Bus.Publish([Message("lane", 0)], CancellationToken.None);
        var paused = Store();
        var other = Store();
        var (lane, head) = (await paused.Claim([Topic], 8, TimeSpan.Zero, CancellationToken.None)).Single();
        (await other.Claim([Topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle();

        (await paused.Fetch(lane, CancellationToken.None)).Should().BeNull();
        (await paused.Done(lane, [head.Messages[0]], head, CancellationToken.None)).Should().Be(LaneAfter.Lost);
        (await paused.HandBack(lane, TimeSpan.Zero, CancellationToken.None)).Should().BeFalse();
        (await paused.Renew([lane], TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeEmpty();
        (await Count("bus_messages")).Should().Be(1);
    }

    [Fact]
    public async Task A_lane_is_not_closed_over_what_was_published_meanwhile()
    {
        var node = Node();
        await node.Bus.Publish([Message("lane", 0)], CancellationToken.None);
        var worker = Store();
        var (lane, head) = (await worker.Claim([Topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
        await node.Bus.Publish([Message("lane", 1)], CancellationToken.None);
        (await worker.Done(lane, [head.Messages[0]], head, CancellationToken.None)).Should().Be(LaneAfter.Open);
        (await worker.Close(lane, head, CancellationToken.None)).Should().BeFalse();
        (await worker.Fetch(lane, CancellationToken.None))!.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task The_last_message_of_a_lane_takes_one_claim_and_one_finish()
    {
        await Node().Bus.Publish([Message("lane", 0)], CancellationToken.None);
        var worker = Store();
        var (lane, head) = (await worker.Claim([Topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
        head.IsAll.Should().BeTrue();
        (await worker.Done(lane, [head.Messages[0]], head, CancellationToken.None)).Should().Be(LaneAfter.Closed);
        (await worker.Fetch(lane, CancellationToken.None)).Should().BeNull();
        (await worker.Claim([Topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_lane_is_claimed_with_its_first_messages_only()
    {
        await Node().Bus.Publish([.. Enumerable.Range(0, 40).Select(n => Message("lane", n))], CancellationToken.None);
        var worker = Store();
        var (_, head) = (await worker.Claim([Topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
        head.IsAll.Should().BeFalse();
        head.Messages.Select(message => message.Position).Should().BeInAscendingOrder().And.HaveCountLessThan(40);
    }

    [Fact]
    public async Task A_stopping_worker_counts_no_attempt()
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

        var next = Store();
        var (_, head) = (await next.Claim([Topic], 8, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle().Subject;
        head.Messages.Single().Attempts.Should().Be(0, "a stop is no failure");
    }

    [Fact]
    public async Task Bodies_lie_sealed_and_only_their_firm_publishes_them()
    {
        await Node().Bus.Publish([Message("lane", 123456)], CancellationToken.None);
        (await Database.AsSuperuser($"select position('123456'::bytea in body) from bus_messages where topic = '{Topic}'")).Should().Be(0);
    }

    [Fact]
    public async Task Ids_that_nobody_repeats_any_more_are_forgotten_however_many_they_are()
    {
        var node = Node();
        var known = Message("lane", 0);
        await node.Bus.Publish([known], CancellationToken.None);
        await Database.AsSuperuser(
            $"""
            insert into bus_ids (tenant_id, topic, id, published_at)
            select '{Firm}', '{Topic}', gen_random_uuid(), clock_timestamp() - interval '8 days 1 minute'
            from generate_series(1, {(BusHousekeeping.ForgottenAtOnce * 2) + 1})
            """);
        await node.Get<IEnumerable<IHostedService>>().OfType<BusHousekeeping>().Single().Sweep(CancellationToken.None);
        (await Count("bus_ids")).Should().Be(1);
        (await Database.AsSuperuser($"select id from bus_ids where topic = '{Topic}'")).Should().Be(known.Id);
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

    private protected override BusNode Node(BusOptions options, TimeProvider clock, params IBusConsumer[] consumers) =>
        new(Database, Folder, options, broker: null, clock, consumers);

    protected override async Task TakenByOneWhoDies() =>
        (await Store().Claim([Topic], 8, TimeSpan.FromSeconds(1), CancellationToken.None)).Should().ContainSingle();

    private LaneStore Store() => new(Database.Source, new CrossTenantReading(Database.Source), Guid.NewGuid());
}
