using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class AppendTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly PostgresEventStore _store = database.Store(typeof(Ledger).Assembly);
    private readonly TenantId _tenant = NewTenant();

    [Fact]
    public async Task A_reason_holds_no_number_and_no_name_that_can_be_recognised()
    {
        var stream = NewStream(_tenant);
        await _store.Append(
            Work(By("clerk", reason: "Pak Budi Santoso menelepon dari 0812-3456-7890, di luar bidang kami"), Append(stream, 0, Note(1))), CancellationToken.None);

        var stored = await database.AsSuperuser($"select headers ->> 'reason' from mt_events where stream_id = '{stream.Id}'");
        stored.Should().BeOfType<string>().Which.Should().Contain("di luar bidang kami").And.NotContain("3456").And.NotContain("Santoso");
        (await database.Verify(_tenant)).Breaks.Should().BeEmpty("the hash covers what is stored");
    }

    [Fact]
    public async Task What_was_appended_is_loaded_with_who_when_and_why()
    {
        var stream = NewStream(_tenant);
        var subject = new DataSubjectId(Guid.NewGuid());
        var provenance = By("clerk", about: subject, reason: "Asked for by phone");
        var opened = new LedgerOpened(new StaffId(Guid.NewGuid()), LedgerKind.Escrow, 12.50m);
        var named = new LedgerNamed(Personal.Of(subject, "Sari"), new BlindIndex("ab12"));

        var outcome = await _store.Append(Work(provenance, Append(stream, 0, opened, named)), CancellationToken.None);

        var appended = outcome.Should().BeOfType<AppendOutcome.Appended>().Subject;
        appended.Versions.Should().Equal(1, 2);
        var loaded = await _store.Load(stream, StreamBound.Whole, CancellationToken.None);
        loaded.Select(envelope => envelope.Event).Should().Equal(opened, named);
        loaded.Select(envelope => envelope.Sequence).Should().Equal(appended.Sequences);
        loaded[1].Should().BeEquivalentTo(
            new
            {
                Stream = stream,
                Version = 2L,
                Type = "ledger_named",
                provenance.Actor,
                provenance.Reason,
                provenance.Correlation,
                provenance.Causation,
                About = subject,
            });
        loaded[0].At.Should().Be(loaded[1].At).And.BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_stream_is_loaded_to_a_version_and_as_of_an_instant()
    {
        var stream = NewStream(_tenant);
        await _store.Append(stream, 0, Note(1), Note(2));
        var between = (await _store.Load(stream, StreamBound.Whole, CancellationToken.None))[^1].At;
        await _store.Append(stream, 2, Note(3));

        (await Numbers(stream, StreamBound.ToVersion(1))).Should().Equal(1);
        (await Numbers(stream, StreamBound.At(between))).Should().Equal(1, 2);
        (await Numbers(stream, StreamBound.At(between.AddTicks(-10)))).Should().BeEmpty();
        (await Numbers(stream, StreamBound.Whole)).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task A_writer_at_an_old_version_is_told_and_leaves_nothing()
    {
        var stream = NewStream(_tenant);
        await _store.Append(stream, 0, Note(1));

        (await _store.Append(stream, 0, Note(2))).Should().Be(new AppendOutcome.Conflict(stream));
        (await _store.Append(stream, 2, Note(2))).Should().Be(new AppendOutcome.Conflict(stream));

        (await Numbers(stream, StreamBound.Whole)).Should().Equal(1);
    }

    [Fact]
    public async Task What_is_not_stored_draws_no_sequence()
    {
        var (stream, cause) = (NewStream(_tenant), new CauseId(Guid.NewGuid()));
        await _store.Append(Work(By("tests", cause), Append(stream, 0, Note(1))), CancellationToken.None);
        var drawn = await database.AsSuperuser("select last_value from mt_events_sequence");

        (await _store.Append(Work(By("tests", cause), Append(stream, 1, Note(2))), CancellationToken.None)).Should().Be(new AppendOutcome.AlreadyApplied());
        (await _store.Append(stream, 0, Note(2))).Should().Be(new AppendOutcome.Conflict(stream));
        (await _store.Append(stream, 7, Note(2))).Should().Be(new AppendOutcome.Conflict(stream));
        (await _store.Append(NewStream(_tenant), 3, Note(2))).Should().BeOfType<AppendOutcome.Conflict>();

        (await database.AsSuperuser("select last_value from mt_events_sequence")).Should().Be(drawn);
    }

    [Fact]
    public async Task A_conflict_in_one_stream_undoes_the_whole_unit_of_work()
    {
        var streams = Enumerable.Range(0, 4).Select(_ => NewStream(_tenant)).OrderBy(stream => stream.Id).ToArray();
        await _store.Append(streams[2], 0, Note(1));

        var outcome = await _store.Append(
            Work(By("tests"), [.. streams.Reverse().Select(stream => Append(stream, 0, Note(7)))]), CancellationToken.None);

        outcome.Should().Be(new AppendOutcome.Conflict(streams[2]));
        foreach (var stream in streams.Where(stream => stream != streams[2]))
        {
            (await Numbers(stream, StreamBound.Whole)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Several_streams_are_appended_in_one_transaction_and_answered_in_the_order_asked()
    {
        var streams = Enumerable.Range(0, 3).Select(_ => NewStream(_tenant)).OrderByDescending(stream => stream.Id).ToArray();
        await _store.Append(streams[0], 0, Note(1));

        var outcome = await _store.Append(
            Work(By("tests"), Append(streams[0], 1, Note(2)), Append(streams[1], 0, Note(3), Note(4)), Append(streams[2], 0, Note(5))),
            CancellationToken.None);

        var appended = outcome.Should().BeOfType<AppendOutcome.Appended>().Subject;
        appended.Versions.Should().Equal(2, 1, 2, 1);
        var loaded = await Task.WhenAll(streams.Select(stream => _store.Load(stream, StreamBound.Whole, CancellationToken.None)));
        appended.Sequences.Should().Equal(loaded[0][1].Sequence, loaded[1][0].Sequence, loaded[1][1].Sequence, loaded[2][0].Sequence);
    }

    [Fact]
    public async Task A_stream_takes_each_cause_once_even_from_ten_writers_at_the_same_moment()
    {
        var stream = NewStream(_tenant);
        var cause = new CauseId(Guid.NewGuid());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() =>
            _store.Append(Work(By("tests", cause), Append(stream, 0, Note(i))), CancellationToken.None))));

        outcomes.OfType<AppendOutcome.Appended>().Should().HaveCount(1);
        outcomes.OfType<AppendOutcome.AlreadyApplied>().Should().HaveCount(9);
        var later = await _store.Append(Work(By("tests", cause), Append(stream, 1, Note(99))), CancellationToken.None);
        later.Should().Be(new AppendOutcome.AlreadyApplied());
        (await _store.Load(stream, StreamBound.Whole, CancellationToken.None)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Of_many_writers_at_one_version_one_wins_and_every_other_hears_of_it()
    {
        var stream = NewStream(_tenant);
        await _store.Append(stream, 0, Note(0));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() => _store.Append(stream, 1, Note(i)))));

        outcomes.OfType<AppendOutcome.Appended>().Should().HaveCount(1);
        outcomes.OfType<AppendOutcome.Conflict>().Should().HaveCount(11);
    }

    [Fact]
    public async Task Once_the_clients_key_is_destroyed_the_event_stays_and_its_words_are_gone()
    {
        var stream = NewStream(_tenant);
        var subject = new DataSubjectId(Guid.NewGuid());
        await _store.Append(
            Work(By("tests", about: subject), Append(stream, 0, new LedgerNamed(Personal.Of(subject, "Budi Santoso"), new BlindIndex("cd")))), CancellationToken.None);

        var stored = await database.AsSuperuser($"select data::text from mt_events where stream_id = '{stream.Id}'");
        stored.Should().BeOfType<string>().Which.Should().NotContain("Budi").And.Contain(subject.ToString());
        database.Keys.Destroy(subject);

        var loaded = await _store.Load(stream, StreamBound.Whole, CancellationToken.None);
        loaded.Should().ContainSingle().Which.Event.Should().Be(new LedgerNamed(Personal.Erased<string>(subject), new BlindIndex("cd")));
        (await database.Verify(_tenant)).IsIntact.Should().BeTrue();
    }

    private async Task<int[]> Numbers(StreamId stream, StreamBound until) =>
        [.. (await _store.Load(stream, until, CancellationToken.None)).Select(envelope => ((LedgerNoted)envelope.Event).Number)];
}
