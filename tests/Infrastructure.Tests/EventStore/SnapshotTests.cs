using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class SnapshotTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private const int Longest = Transaction.LongestTail;

    private readonly PostgresEventStore _store = database.Store(typeof(Ledger).Assembly);
    private readonly StreamId _stream = NewStream(NewTenant());

    [Fact]
    public async Task A_write_leaves_one_when_the_tail_has_grown_too_long_and_only_then()
    {
        await Note(Longest);
        (await Kept()).Should().BeNull();

        await Note(1);
        (await Kept()).Should().Be(Longest + 1L);

        await Note(Longest);
        (await Kept()).Should().Be(Longest + 1L, "it was not yet due");
        (await Tail()).Events.Should().HaveCount(Longest);

        await Note(1);
        (await Kept()).Should().Be((2L * Longest) + 2);
        (await Tail()).Events.Should().BeEmpty();
        (await Tail()).Version.Should().Be((2L * Longest) + 2);
    }

    [Fact]
    public async Task One_whose_events_were_not_appended_is_not_kept()
    {
        await Note(3);
        var snapshot = new Snapshot(LedgerBook.Decider.Snapshot!, 2, new LedgerBook.Written(2, 2, null));

        (await _store.Append(Work(By("tests"), new StreamAppend(_stream, 1, [Ledger.Note(9)], snapshot)), CancellationToken.None))
            .Should().BeOfType<AppendOutcome.Conflict>();
        (await Kept()).Should().BeNull("another writer's event stands at its version");

        var cause = new CauseId(Guid.NewGuid());
        await _store.Append(Work(By("tests", cause), Append(_stream, 3, Ledger.Note(4))), CancellationToken.None);
        (await _store.Append(Work(By("tests", cause), new StreamAppend(_stream, 3, [Ledger.Note(4)], snapshot with { Version = 4 })), CancellationToken.None))
            .Should().BeOfType<AppendOutcome.AlreadyApplied>();
        (await Kept()).Should().BeNull("it is the first delivery's event that stands there");
    }

    [Fact]
    public async Task One_that_cannot_be_stored_takes_its_events_along()
    {
        var broken = new Snapshot(LedgerBook.Decider.Snapshot! with { Name = "no\0name" }, 1, new LedgerBook.Written(1, 1, null));

        var appending = () => _store.Append(Work(By("tests"), new StreamAppend(_stream, 0, [Ledger.Note(1)], broken)), CancellationToken.None);

        await appending.Should().ThrowAsync<Npgsql.PostgresException>();
        (await _store.Load(_stream, StreamBound.Whole, CancellationToken.None)).Should().BeEmpty("the writer was told that nothing is stored");
    }

    [Fact]
    public async Task One_of_another_shape_is_as_good_as_none_and_makes_room_for_the_next()
    {
        await Note(Longest + 1);

        var tail = await _store.LoadTail(new TailOf(_stream, LedgerBook.Later.Snapshot), CancellationToken.None);
        tail.Snapshot.Should().BeNull();
        tail.Events.Should().HaveCount(Longest + 1);
        tail.Fold(LedgerBook.Later).Should().Be(await Present());

        (await _store.Transact(_stream, LedgerBook.Later, [Ledger.Note(99)], By("tests"), CancellationToken.None)).OrThrow();
        (await _store.LoadTail(new TailOf(_stream, LedgerBook.Later.Snapshot), CancellationToken.None)).Snapshot!.Version.Should().Be(Longest + 2L);
        (await Tail()).Snapshot.Should().BeNull();
        (await Present()).Should().Be(new LedgerBook.Written(Longest + 2, 99, null));
    }

    [Fact]
    public async Task A_name_in_one_is_sealed_and_erased_with_its_subject()
    {
        var subject = new DataSubjectId(Guid.NewGuid());
        await Note(Longest);
        await Record(new LedgerNamed(Personal.Of(subject, "Kartini"), new BlindIndex("ab")), about: subject);
        (await Kept()).Should().Be(Longest + 1L);

        var stored = await database.AsSuperuser($"select data::text from stream_snapshots where stream_id = '{_stream.Id}'");
        stored.Should().BeOfType<string>().Which.Should().NotContain("Kartini").And.Contain(subject.ToString());
        ((LedgerBook.Written)await Present()).Name!.Value.Should().Be("Kartini");

        database.Keys.Destroy(subject);
        ((LedgerBook.Written)await Present()).Name.Should().Be(Personal.Erased<string>(subject));

        await Note(Longest + 1);
        (await Kept()).Should().Be((2L * Longest) + 2, "whoever was erased does not keep the next one from being written");
        ((LedgerBook.Written)await Present()).Name.Should().Be(Personal.Erased<string>(subject));
    }

    [Fact]
    public async Task Reading_to_a_version_as_of_an_instant_and_backwards_goes_by_the_events()
    {
        await Note(Longest + 10);
        (await Kept()).Should().NotBeNull();

        (await _store.Load(_stream, StreamBound.ToVersion(7), CancellationToken.None)).Should().HaveCount(7);
        (await _store.Load(_stream, StreamBound.At(DateTimeOffset.MaxValue), CancellationToken.None)).Should().HaveCount(Longest + 10);
        (await _store.Load(_stream, StreamBound.Since(Longest), CancellationToken.None)).Select(envelope => envelope.Version)
            .Should().Equal(Enumerable.Range(Longest + 1, 10).Select(version => (long)version));
        (await _store.LoadBackwards(_stream, StreamBound.ToVersion(Longest + 5), CancellationToken.None).Select(envelope => envelope.Version).ToListAsync())
            .Should().Equal(Enumerable.Range(1, Longest + 5).Reverse().Select(version => (long)version));
    }

    [Fact]
    public async Task Readers_see_no_gap_and_writers_lose_nothing_while_snapshots_are_replaced()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var taken = 0; taken < 60;)
            {
                taken += (await _store.Transact(Number, NumberSeries.Decider, Take, By("tests"), CancellationToken.None)).IsRefused ? 0 : 1;
            }
        })));
        while (!writing.IsCompleted)
        {
            var tail = await _store.LoadTail(new TailOf(Number, NumberSeries.Decider.Snapshot), CancellationToken.None);
            tail.Events.Select(envelope => envelope.Version).Should().Equal(
                Enumerable.Range(1, tail.Events.Count).Select(after => (tail.Snapshot?.Version ?? 0) + after));
            tail.Fold(NumberSeries.Decider).Last.Should().Be((int)tail.Version);
        }

        await writing;
        (await _store.Present(Number, NumberSeries.Decider, CancellationToken.None)).Last.Should().Be(240);
        (await _store.Load(Number, StreamBound.Whole, CancellationToken.None)).Select(envelope => ((NumberTaken)envelope.Event).Sequence)
            .Should().Equal(Enumerable.Range(1, 240));
        (await Kept()).Should().BeGreaterThan(240 - (2 * Longest));
    }

    private static TakeNumber Take => new(NumberFormat.Parse("INT-{yyyyMMdd}-{seq:000}"), new DateOnly(2026, 11, 21));

    private StreamId Number => _stream with { Type = "number_series" };

    private async Task Note(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Record(Ledger.Note(i));
        }
    }

    private async Task Record(LedgerEvent @event, DataSubjectId? about = null) =>
        (await _store.Transact(_stream, LedgerBook.Decider, [@event], By("tests", about: about), CancellationToken.None)).OrThrow();

    private Task<LedgerBook> Present() => _store.Present(_stream, LedgerBook.Decider, CancellationToken.None);

    private Task<StreamTail> Tail() => _store.LoadTail(new TailOf(_stream, LedgerBook.Decider.Snapshot), CancellationToken.None);

    private async Task<long?> Kept() => (long?)await database.AsSuperuser($"select version from stream_snapshots where stream_id = '{_stream.Id}'");
}
