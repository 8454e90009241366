using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>What a process has at hand of a stream must make no difference but in time.</summary>
public sealed class StreamsAtHandTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly PostgresEventStore _here = database.Store(typeof(Ledger).Assembly);
    private readonly PostgresEventStore _elsewhere = database.Store(typeof(Ledger).Assembly);
    private readonly StreamId _stream = NewStream(NewTenant());

    [Fact]
    public async Task What_another_node_wrote_since_is_read()
    {
        await Note(_here, 1);
        (await Present(_here)).Should().Be(await Present(_elsewhere));

        await Note(_elsewhere, 2);
        await Note(_elsewhere, 3);
        (await Tail(_here)).Version.Should().Be(3);
        (await Present(_here)).Should().Be(await Present(_elsewhere));

        await Note(_here, 4);
        (await Present(_elsewhere)).Should().Be(await Present(_here)).And.Be(new LedgerBook.Written(4, 4, null));
    }

    [Fact]
    public async Task Numbers_that_two_nodes_take_by_turns_have_no_gap_and_none_twice()
    {
        var series = _stream with { Type = "number_series" };
        for (var i = 1; i <= 60; i++)
        {
            var store = Random.Shared.Next(3) == 0 ? _elsewhere : _here;
            (await store.Transact(series, NumberSeries.Decider, Take, By("tests"), CancellationToken.None)).OrThrow();
            (await store.Present(series, NumberSeries.Decider, CancellationToken.None)).Last.Should().Be(i);
        }

        (await _here.Load(series, StreamBound.Whole, CancellationToken.None)).Select(envelope => ((NumberTaken)envelope.Event).Sequence)
            .Should().Equal(Enumerable.Range(1, 60));
        (await database.AsSuperuser($"select version from stream_snapshots where stream_id = '{_stream.Id}'")).Should().BeOfType<long>()
            .Which.Should().BeGreaterThan(60 - (2 * Transaction.LongestTail), "states at hand do not keep one from being stored");
    }

    [Fact]
    public async Task Of_a_stream_at_hand_only_what_came_since_is_read()
    {
        for (var i = 1; i <= 5; i++)
        {
            await Note(_here, i);
        }

        (await Tail(_here)).Events.Should().HaveCount(5);
        await database.AsSuperuser("alter table mt_events disable trigger user");
        await database.AsSuperuser($"update mt_events set data = jsonb_set(data, '{{Number}}', '77') where stream_id = '{_stream.Id}'");
        await database.AsSuperuser("alter table mt_events enable always trigger never_changed, enable always trigger never_truncated");

        (await Present(_here)).Should().Be(new LedgerBook.Written(5, 5, null), "it had these events at hand");
        (await Present(_elsewhere)).Should().Be(new LedgerBook.Written(5, 77, null));
    }

    [Fact]
    public async Task Nothing_personal_is_kept()
    {
        var subject = new DataSubjectId(Guid.NewGuid());
        await Note(_here, 1);
        (await _here.Transact(
            _stream, LedgerBook.Decider, [new LedgerNamed(Personal.Of(subject, "Kartini"), new BlindIndex("ab"))], By("tests", about: subject),
            CancellationToken.None)).OrThrow();
        ((LedgerBook.Written)await Present(_here)).Name!.Value.Should().Be("Kartini");

        database.Keys.Destroy(subject);
        ((LedgerBook.Written)await Present(_here)).Name.Should().Be(Personal.Erased<string>(subject));
    }

    [Fact]
    public void A_state_that_can_hold_a_name_is_told_from_one_that_cannot()
    {
        var json = new StoredJson(database.Keys);
        json.MayBePersonal(typeof(LedgerBook)).Should().BeTrue();
        json.MayBePersonal(typeof(NumberSeries)).Should().BeFalse();
        json.MayBePersonal(typeof(Domain.Conversations.Conversation)).Should().BeFalse();
    }

    [Fact]
    public void Who_was_not_asked_for_during_a_generation_is_forgotten_and_others_are_not()
    {
        var shape = NumberSeries.Decider.Snapshot!;
        var kept = new StreamsAtHand();
        var (asked, forgotten) = (NewStream(_stream.Tenant), NewStream(_stream.Tenant));
        kept.Keep(asked, State(7));
        kept.Keep(forgotten, State(7));
        for (var i = 0; i < 10_000; i++)
        {
            kept.Keep(NewStream(_stream.Tenant), State(1));
            kept.Find(new(asked, shape))!.Version.Should().Be(7);
        }

        kept.Find(new(forgotten, shape)).Should().BeNull();
        kept.Keep(asked, State(6));
        kept.Find(new(asked, shape))!.Version.Should().Be(7, "the later state is the better one");
        kept.Find(new(asked, Shape: null)).Should().BeNull("whoever asks for events cannot do with a state");

        StreamTail State(long version) => new(new Snapshot(shape, version, NumberSeries.Decider.Initial), []);
    }

    private static TakeNumber Take => new(NumberFormat.Parse("INT-{yyyyMMdd}-{seq:000}"), new DateOnly(2026, 11, 21));

    private async Task Note(PostgresEventStore store, int number) =>
        (await store.Transact(_stream, LedgerBook.Decider, [Ledger.Note(number)], By("tests"), CancellationToken.None)).OrThrow();

    private Task<LedgerBook> Present(PostgresEventStore store) => store.Present(_stream, LedgerBook.Decider, CancellationToken.None);

    private Task<StreamTail> Tail(PostgresEventStore store) =>
        store.LoadTail(new TailOf(_stream, LedgerBook.Decider.Snapshot), CancellationToken.None);
}
