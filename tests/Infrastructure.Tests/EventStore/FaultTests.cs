using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>Whatever breaks, and wherever: a unit of work is stored once and whole, or not at all and its writer hears of it.</summary>
public sealed class FaultTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly TenantId _tenant = NewTenant();

    [Theory]
    [InlineData(0, false)] // the first use of a connection: its start and the preparing of the statement are cut too
    [InlineData(4, false)] // a statement that is already prepared
    [InlineData(4, true)]
    public async Task An_append_whose_connection_is_cut_after_any_message_is_stored_once_by_its_retry(int usesBefore, bool ofOneStream)
    {
        await using var wire = Wire();
        var (lost, stored, step) = (0, 0, 0);
        do
        {
            wire.Heal();
            await using var source = Through(wire);
            var store = database.Store(source, typeof(Ledger).Assembly);
            var (old, fresh) = (NewStream(_tenant), NewStream(_tenant));
            await database.Store(typeof(Ledger).Assembly).Append(old, 0, Note(1));
            for (var use = 0; use < usesBefore; use++)
            {
                await store.Append(NewStream(_tenant), 0, Note(use));
            }

            var work = Work(By("tests"), ofOneStream ? [Append(old, 1, Note(2), Note(3))] : [Append(old, 1, Note(2), Note(3)), Append(fresh, 0, Note(4))]);
            wire.CutAfter(step++);
            var first = await Attempt(store, work);
            wire.Heal();
            var answers = new[] { first, await Attempt(store, work) ?? await Attempt(store, work) };

            answers[0].Should().Match<AppendOutcome?>(outcome => outcome == null || outcome is AppendOutcome.Appended);
            answers[1].Should().NotBeNull("the wire is whole again");
            (lost, stored) = (first, answers[1]) switch
            {
                (null, AppendOutcome.Appended) => (lost + 1, stored),
                (null, AppendOutcome.AlreadyApplied) => (lost, stored + 1),
                (not null, AppendOutcome.AlreadyApplied) => (lost, stored),
                _ => throw new InvalidOperationException($"After {step} messages: {first} and then {answers[1]}."),
            };
            (await Numbers(old)).Should().Equal(1, 2, 3);
            (await Numbers(fresh)).Should().Equal(ofOneStream ? [] : [4]);
        }
        while (wire.WasCut);

        lost.Should().BePositive("it was cut before the database had all of it");
        stored.Should().BePositive("it was cut when only the answer was still to come");
        (await database.Verify(_tenant)).Breaks.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stream_is_never_read_short_because_its_connection_was_cut()
    {
        await using var wire = Wire();
        var stream = NewStream(_tenant);
        await database.Store(typeof(Ledger).Assembly).Append(stream, 0, [.. Enumerable.Range(1, 5).Select(Note)]);
        var step = 0;
        do
        {
            await using var source = Through(wire);
            wire.CutAfter(step++);
            try
            {
                (await database.Store(source, typeof(Ledger).Assembly).Load(stream, StreamBound.Whole, CancellationToken.None)).Should().HaveCount(5);
            }
            catch (NpgsqlException)
            {
                wire.WasCut.Should().BeTrue();
            }
        }
        while (wire.WasCut);

        step.Should().BeGreaterThan(10);
    }

    [Fact]
    public async Task A_backend_that_is_ended_while_it_appends_leaves_nothing_and_its_writer_hears_of_it()
    {
        var stream = NewStream(_tenant);
        var store = database.Store(typeof(Ledger).Assembly);
        await store.Append(stream, 0, Note(1));
        var work = Work(By("tests"), Append(stream, 1, Note(2)));
        Task<AppendOutcome> appending;
        await using (var holder = new NpgsqlConnection(database.SuperuserConnectionString))
        {
            await holder.OpenAsync();
            await using var transaction = await holder.BeginTransactionAsync();
#pragma warning disable CA2100 // the test's own id
            await using var hold = new NpgsqlCommand($"select 1 from mt_streams where id = '{stream.Id}' for update", holder, transaction);
#pragma warning restore CA2100
            await hold.ExecuteNonQueryAsync();
            appending = store.Append(work, CancellationToken.None);
            await Eventually.Is(
                async () => await database.AsSuperuser(
                    """
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock' and query like '%hub_append%'
                    """) is > 0L,
                "the append waits for the row");
        }

        await appending.Invoking(append => append).Should().ThrowAsync<NpgsqlException>();
        (await Numbers(stream)).Should().Equal(1);
        (await store.Append(work, CancellationToken.None)).Should().BeOfType<AppendOutcome.Appended>();
        (await store.Append(work, CancellationToken.None)).Should().BeOfType<AppendOutcome.AlreadyApplied>();
        (await Numbers(stream)).Should().Equal(1, 2);
    }

    [Theory]
    [InlineData("before insert on mt_streams", "40001", 1)]
    [InlineData("before update on mt_streams", "40001", 1)]
    [InlineData("before update on mt_streams", "40001", 1, true)]
    [InlineData("before insert on mt_events", "40001", 1)]
    [InlineData("before insert on mt_events", "40001", 2)]
    [InlineData("before insert on mt_events", "40001", 2, true)]
    [InlineData("before insert on mt_events", "40P01", 3)]
    [InlineData("after insert on mt_events", "40001", 3)]
    [InlineData("after insert on mt_events", "40P01", 2, true)]
    [InlineData("after insert on mt_events deferrable initially deferred", "40001", 3)] // in the commit itself
    [InlineData("after update on mt_streams deferrable initially deferred", "40001", 1)]
    [InlineData("after update on mt_streams deferrable initially deferred", "40001", 1, true)]
    public async Task A_serialisation_failure_at_any_step_undoes_all_of_it_and_a_retry_stores_it_once(
        string when, string state, int row, bool ofOneStream = false)
    {
        ArgumentNullException.ThrowIfNull(when);
        var store = database.Store(typeof(Ledger).Assembly);
        var (old, fresh) = (NewStream(_tenant), NewStream(_tenant));
        await store.Append(old, 0, Note(1));
        var work = Work(By("tests"), ofOneStream ? [Append(old, 1, Note(2), Note(3))] : [Append(old, 1, Note(2), Note(3)), Append(fresh, 0, Note(4))]);
        var deferred = when.Contains("deferrable", StringComparison.Ordinal);
        await database.AsSuperuser(
            $$"""
            create sequence injected_rows;
            create function inject() returns trigger language plpgsql security definer as $do$ begin
                if nextval('injected_rows') >= {{row}} then raise exception 'injected' using errcode = '{{state}}'; end if;
                return new;
            end $do$;
            create {{(deferred ? "constraint trigger" : "trigger")}} injected {{when}} for each row execute function inject();
            """);
        try
        {
            var appending = () => store.Append(work, CancellationToken.None);

            (await appending.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(state);
            (await Numbers(old)).Should().Equal(1);
            (await Numbers(fresh)).Should().BeEmpty();
        }
        finally
        {
            await database.AsSuperuser($"drop function inject() cascade; drop sequence injected_rows");
        }

        (await store.Append(work, CancellationToken.None)).Should().BeOfType<AppendOutcome.Appended>();
        (await store.Append(work, CancellationToken.None)).Should().BeOfType<AppendOutcome.AlreadyApplied>();
        (await Numbers(old)).Should().Equal(1, 2, 3);
        (await Numbers(fresh)).Should().Equal(ofOneStream ? [] : [4]);
    }

    private async Task<int[]> Numbers(StreamId stream) =>
        [.. (await database.Store(typeof(Ledger).Assembly).Load(stream, StreamBound.Whole, CancellationToken.None)).Select(envelope => ((LedgerNoted)envelope.Event).Number)];

    /// <summary><c>null</c> where the writer was told of a failure.</summary>
    private static async Task<AppendOutcome?> Attempt(PostgresEventStore store, UnitOfWork work)
    {
        try
        {
            return await store.Append(work, CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private FaultyWire Wire() => new(new NpgsqlConnectionStringBuilder(database.Connections.Runtime).Port);

    private HubDataSource Through(FaultyWire wire) =>
        new(new NpgsqlConnectionStringBuilder(database.Connections.Runtime) { Host = "127.0.0.1", Port = wire.Port }.ConnectionString);
}
