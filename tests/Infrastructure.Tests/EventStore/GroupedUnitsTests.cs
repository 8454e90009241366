using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>Several units of work in one transaction: each is stored whole or not at all, whatever becomes of the others.</summary>
public sealed class GroupedUnitsTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private static readonly EventCatalog Catalog = HubDatabase.Catalog(typeof(Ledger).Assembly);

    private readonly PostgresEventStore _store = database.Store(typeof(Ledger).Assembly);
    private readonly TenantId _tenant = NewTenant();

    [Fact]
    public async Task A_unit_that_meets_an_obstacle_leaves_nothing_and_hinders_no_other()
    {
        var (grown, taken, free) = (NewStream(_tenant), NewStream(_tenant), NewStream(_tenant));
        var cause = new CauseId(Guid.NewGuid());
        await _store.Append(grown, 0, Note(1), Note(2));
        await _store.Append(Work(By("tests", cause), Append(taken, 0, Note(3))), CancellationToken.None);
        var fresh = Enumerable.Range(0, 6).Select(_ => NewStream(_tenant)).ToArray();

        var outcomes = await Together(
            Work(By("tests"), Append(fresh[0], 0, Note(10)), Append(grown, 2, Note(11), Note(12))),
            Work(By("tests"), Append(fresh[1], 0, Note(20)), Append(free, 1, Note(21))), // no such stream
            Work(By("tests", cause), Append(fresh[2], 0, Note(30)), Append(taken, 1, Note(31))), // again
            Work(By("tests", cause), Append(fresh[3], 0, Note(40))), // the same cause elsewhere
            Work(By("tests"), Append(fresh[4], 3, Note(50)), Append(fresh[5], 0, Note(51))));

        outcomes[0].Should().BeOfType<AppendOutcome.Appended>().Which.Versions.Should().Equal(1, 3, 4);
        outcomes[1].Should().Be(new AppendOutcome.Conflict(free));
        outcomes[2].Should().Be(new AppendOutcome.AlreadyApplied());
        outcomes[3].Should().BeOfType<AppendOutcome.Appended>().Which.Versions.Should().Equal(1);
        outcomes[4].Should().Be(new AppendOutcome.Conflict(fresh[4]));
        (await Numbers(grown)).Should().Equal(1, 2, 11, 12);
        (await Numbers(taken)).Should().Equal(3);
        (await Task.WhenAll(fresh.Select(Numbers))).Select(numbers => string.Join(' ', numbers)).Should().Equal("10", "", "", "40", "", "");
        (await database.AsSuperuser($"select count(*) from mt_streams where tenant_id = '{_tenant}'")).Should().Be(4L, "no record of a stream is left behind");
        (await database.Verify(_tenant)).Should().BeEquivalentTo(new { Events = 7, Streams = 4, IsIntact = true });
    }

    [Fact]
    public async Task Each_unit_keeps_its_own_provenance_and_its_events_stand_in_the_order_it_gave_them()
    {
        var streams = Enumerable.Range(0, 6).Select(_ => NewStream(_tenant)).ToArray();
        var first = Work(By("clerk", reason: "Asked for"), Append(streams[0], 0, Note(1)), Append(streams[1], 0, Note(2), Note(3)), Append(streams[2], 0, Note(4)));
        var second = Work(By("lawyer"), Append(streams[5], 0, Note(5)), Append(streams[4], 0, Note(6)), Append(streams[3], 0, Note(7)));

        var outcomes = (await Together(first, second)).Cast<AppendOutcome.Appended>().ToArray();

        outcomes.SelectMany(outcome => outcome.Sequences).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        var log = (await Task.WhenAll(streams.Select(stream => _store.Load(stream, StreamBound.Whole, CancellationToken.None)))).SelectMany(loaded => loaded)
            .OrderBy(envelope => envelope.Sequence).ToArray();
        log.Select(envelope => envelope.Sequence).Should().Equal(outcomes.SelectMany(outcome => outcome.Sequences));
        log.Select(envelope => ((LedgerNoted)envelope.Event).Number).Should().Equal(1, 2, 3, 4, 5, 6, 7);
        log[..4].Should().OnlyContain(envelope => envelope.Actor == first.Provenance.Actor && envelope.Correlation == first.Provenance.Correlation
            && envelope.Causation == first.Provenance.Causation && envelope.Reason == "Asked for");
        log[4..].Should().OnlyContain(envelope => envelope.Actor == second.Provenance.Actor && envelope.Correlation == second.Provenance.Correlation
            && envelope.Causation == second.Provenance.Causation && envelope.Reason == null);
    }

    [Fact]
    public async Task Many_writers_share_transactions_and_one_with_words_the_server_refuses_fails_alone()
    {
        // More than one group takes: the one with the bad unit is done again one by one.
        var works = Enumerable.Range(0, 400).Select(i => (Stream: NewStream(_tenant), Note: i == 30 ? Note(i) with { Code = "a \0 in it" } : Note(i)))
            .Select(unit => (unit.Stream, Appending: _store.Append(unit.Stream, 0, unit.Note))).ToArray();

        await works[30].Appending.Invoking(append => append).Should().ThrowAsync<PostgresException>();

        foreach (var (stream, appending) in works.Where((_, i) => i != 30))
        {
            (await appending).Should().BeOfType<AppendOutcome.Appended>();
            (await Numbers(stream)).Should().HaveCount(1);
        }

        (await Numbers(works[30].Stream)).Should().BeEmpty();
        (await database.AsSuperuser($"select count(distinct transaction_id) < count(*) from mt_events where tenant_id = '{_tenant}'")).Should().Be(true);
    }

    [Fact]
    public async Task A_backend_that_dies_amid_a_group_leaves_all_or_nothing_and_every_writer_knows()
    {
        await database.AsSuperuser(
            """
            create sequence deaths;
            create function die() returns trigger language plpgsql security definer as $do$
            declare
                rows integer := coalesce(nullif(current_setting('tests.rows', true), ''), '0')::integer + 1;
            begin
                perform set_config('tests.rows', rows::text, true);
                -- A unit has two: the third of a transaction is another unit's.
                if rows = 3 and nextval('deaths') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
                return new;
            end $do$;
            create trigger dies before insert on mt_events for each row execute function die();
            """);
        var works = Enumerable.Range(0, 100).Select(i => Work(By("tests"), Append(NewStream(_tenant), 0, Note(i)), Append(NewStream(_tenant), 0, Note(i)))).ToArray();
        try
        {
            var appending = works.Select(work => _store.Append(work, CancellationToken.None)).ToArray();
            var failed = 0;
            for (var i = 0; i < works.Length; i++)
            {
                var events = 1;
                try
                {
                    (await appending[i]).Should().BeOfType<AppendOutcome.Appended>();
                }
                catch (NpgsqlException)
                {
                    events = 0;
                    failed++;
                }

                foreach (var append in works[i].Appends)
                {
                    (await Numbers(append.Stream)).Should().HaveCount(events);
                }
            }

            failed.Should().BeGreaterThan(1, "they shared a transaction");
        }
        finally
        {
            await database.AsSuperuser("drop function die() cascade; drop sequence deaths");
        }

        foreach (var work in works)
        {
            await _store.Append(work, CancellationToken.None);
            (await _store.Append(work, CancellationToken.None)).Should().Be(new AppendOutcome.AlreadyApplied());
        }

        (await database.Verify(_tenant)).Should().BeEquivalentTo(new { Events = 200, Streams = 200, IsIntact = true });
    }

    [Fact]
    public async Task A_stream_that_another_transaction_holds_stops_its_own_writer_and_nobody_else()
    {
        var held = Enumerable.Range(0, CommitQueue.Committers + 1).Select(_ => NewStream(_tenant)).ToArray();
        foreach (var stream in held)
        {
            await _store.Append(stream, 0, Note(1));
        }

        Task<AppendOutcome>[] waiting;
        await using (var holder = new NpgsqlConnection(database.SuperuserConnectionString))
        {
            await holder.OpenAsync();
            await using var transaction = await holder.BeginTransactionAsync();
            await using var hold = new NpgsqlCommand("select 1 from mt_streams where tenant_id = $1 for update", holder, transaction) { Parameters = { new() { Value = _tenant.ToString() } } };
            await hold.ExecuteNonQueryAsync();
            waiting = [.. held.Select(stream => _store.Append(stream, 1, Note(2)))];

            (await _store.Append(NewStream(_tenant), 0, Note(3)).WaitAsync(TimeSpan.FromSeconds(10))).Should().BeOfType<AppendOutcome.Appended>();

            waiting.Should().OnlyContain(appending => !appending.IsCompleted);
        }

        (await Task.WhenAll(waiting)).Should().AllBeOfType<AppendOutcome.Appended>();
    }

    private async Task<IReadOnlyList<AppendOutcome>> Together(params UnitOfWork[] works)
    {
        var call = new AppendCall([.. works.Select(work => PreparedUnit.Of(work, Catalog, new StoredJson(database.Keys)))]);
        await using var command = database.Source.SelfScopedCommand(AppendCall.Sql);
        call.Bind(command.Parameters, patience: null);
        await using var reader = await command.ExecuteReaderAsync();
        return await call.Read(reader, CancellationToken.None);
    }

    private async Task<int[]> Numbers(StreamId stream) =>
        [.. (await _store.Load(stream, StreamBound.Whole, CancellationToken.None)).Select(envelope => ((LedgerNoted)envelope.Event).Number)];
}
