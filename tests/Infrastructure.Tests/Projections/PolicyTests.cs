using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Projections;

public sealed class PolicyTests : IAsyncLifetime
{
    private readonly HubDatabase _database = new();
    private readonly TenantId _tenant = NewTenant();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_policy_is_called_with_every_event_in_the_order_of_each_stream()
    {
        var policy = new WatchingPolicy();
        await using var node = await Start(policy);
        var streams = new[] { NewStream(_tenant), NewStream(NewTenant()) };
        for (var i = 1; i <= 20; i++)
        {
            foreach (var stream in streams)
            {
                await node.Store.Append(stream, i - 1, Note(i));
            }
        }

        await Eventually.Is(() => policy.Seen.Count >= 40, "forty calls");
        foreach (var stream in streams)
        {
            policy.Seen.Where(envelope => envelope.Stream == stream).Select(envelope => envelope.Version).Distinct()
                .Should().Equal(Enumerable.Range(1, 20).Select(version => (long)version));
        }
    }

    [Fact]
    public async Task What_happened_while_no_node_ran_is_handled_once_one_runs_again()
    {
        var stream = NewStream(_tenant);
        var before = new WatchingPolicy();
        await using (var node = await Start(before))
        {
            await node.Store.Append(stream, 0, Note(1));
            await Eventually.Is(() => !before.Seen.IsEmpty, "the first call");
        }

        await _database.Store(typeof(Ledger).Assembly).Append(stream, 1, Note(2));
        var after = new WatchingPolicy();
        await using var again = await Start(after);

        await Eventually.Is(() => after.Seen.Any(envelope => envelope.Version == 2), "the event of the pause");
    }

    [Fact]
    public async Task An_event_that_fails_five_times_is_a_dead_letter_and_the_next_one_has_its_turn()
    {
        var policy = new WatchingPolicy(envelope => Is(envelope, 13) ? new InvalidOperationException("Budi's secret") : null);
        await using var node = await Start(policy);
        var stream = NewStream(_tenant);
        await node.Store.Append(stream, 0, Note(13), Note(14));

        await Eventually.Is(() => policy.Seen.Any(envelope => Is(envelope, 14)), "the event after the failing one");
        policy.Seen.Count(envelope => Is(envelope, 13)).Should().Be(5);
        var letter = (await Letters(node, _tenant)).Should().ContainSingle().Subject;
        letter.Should().BeEquivalentTo(new { Kind = DeadLetterKinds.Policy, Name = "watching", Attempts = 5, RetriedAt = (DateTimeOffset?)null });
        letter.Reason.Should().Contain(nameof(InvalidOperationException)).And.NotContain("secret");
        (await Letters(node, NewTenant())).Should().BeEmpty();
    }

    [Fact]
    public async Task An_event_that_fails_keeps_other_streams_not_waiting()
    {
        var failing = true;
        var policy = new WatchingPolicy(envelope => Is(envelope, 13) && failing ? new InvalidOperationException("not yet") : null);
        await using var node = await Start(policy);
        await node.Store.Append(NewStream(_tenant), 0, Note(13));
        await Eventually.Is(() => policy.Seen.Any(envelope => Is(envelope, 13)), "the first attempt");
        for (var i = 20; i < 30; i++)
        {
            await node.Store.Append(NewStream(_tenant), 0, Note(i));
        }

        await Eventually.Is(() => policy.Seen.Any(envelope => Is(envelope, 29)), "what came after");
        policy.Seen.Count(envelope => Is(envelope, 13)).Should().BeLessThan(5, "its own attempts go on meanwhile");
        failing = false;
    }

    [Fact]
    public async Task What_cannot_be_processed_at_all_is_not_tried_again_until_a_person_asks()
    {
        var broken = true;
        var policy = new WatchingPolicy(envelope => broken ? new UnprocessableException("The definition is gone.") : null);
        await using var node = await Start(policy);
        await node.Store.Append(NewStream(_tenant), 0, Note(1));
        await Eventually.Is(async () => (await Letters(node, _tenant)).Count == 1, "a dead letter");
        policy.Seen.Should().ContainSingle();
        var deadLetters = node.Get<IDeadLetters>();
        var letter = (await Letters(node, _tenant))[0];
        letter.Reason.Should().Be("The definition is gone.");

        (await deadLetters.Retry(_tenant, letter.Id, default)).Refusal!.Code.Should().Be("dead_letter_failed_again");
        broken = false;
        (await deadLetters.Retry(_tenant, letter.Id, default)).IsRefused.Should().BeFalse();
        (await deadLetters.Retry(NewTenant(), letter.Id, default)).Refusal!.Kind.Should().Be(RefusalKind.NotFound);

        policy.Seen.Should().HaveCount(3);
        (await Letters(node, _tenant))[0].RetriedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_poison_event_stops_its_projection_alone_with_the_reason_on_record()
    {
        var policy = new WatchingPolicy();
        await using var node = await Start(policy);
        var stream = NewStream(_tenant);
        await node.Store.Append(stream, 0, Note(1));
        await node.Store.Append(stream, 1, Note(LedgerPageProjection.Poison));
        await node.Store.Append(stream, 2, Note(3));

        await Eventually.Is(
            async () => await _database.AsSuperuser("select stopped_reason from subscription_checkpoints where name = 'ledger_page'") is string,
            "the reason on record");
        await Eventually.Is(() => policy.Seen.Count(envelope => envelope.Stream == stream) >= 3, "the policy goes on");
        var poison = (await node.Store.Load(stream, StreamBound.Whole, default))[1];
        (await _database.AsSuperuser("select stopped_by_event from subscription_checkpoints where name = 'ledger_page'")).Should().Be(poison.Sequence);
        (await _database.AsSuperuser("select count(*) from subscription_checkpoints where stopped_at is not null")).Should().Be(1L);
        (await node.Get<IViews>().Find<LedgerPage>(_tenant, stream.Id, default))!.Latest.Should().Be(1, "what came before the poison was folded");
    }

    [Fact]
    public async Task A_policy_that_comes_to_an_installation_later_leaves_the_past_alone()
    {
        var stream = NewStream(_tenant);
        await using (var old = await Start(new WatchingPolicy()))
        {
            await old.Store.Append(stream, 0, Note(1));
            await Eventually.Is(async () => await old.Get<IViews>().Find<LedgerPage>(_tenant, stream.Id, default) is not null, "the page");
        }

        await _database.AsSuperuser("delete from subscription_checkpoints where name = 'policy/watching'");
        var late = new WatchingPolicy();
        await using var node = await Start(late);
        await Eventually.Is(
            async () => await _database.AsSuperuser("select 1 from subscription_checkpoints where name = 'policy/watching'") is not null, "it is registered");
        await node.Store.Append(stream, 1, Note(2));

        await Eventually.Is(() => !late.Seen.IsEmpty, "the new event");
        late.Seen.Select(envelope => envelope.Version).Should().Equal(2);
    }

    private Task<HubNode> Start(IPolicy policy) =>
        HubNode.Start(_database, services => services.AddSingleton(policy), typeof(LedgerEvent).Assembly);

    private static async Task<IReadOnlyList<DeadLetter>> Letters(HubNode node, TenantId tenant) =>
        (await node.Get<IDeadLetters>().List(tenant, new DeadLetterFilter(), new PageRequest(), CancellationToken.None)).Items;

    private static bool Is(EventEnvelope envelope, int number) => envelope.Event is LedgerNoted noted && noted.Number == number;
}
