using System.Collections.Concurrent;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>Who goes with whom and who hears what, with a database that answers when the test says so.</summary>
public sealed class GroupCommitTests
{
    private static readonly EventCatalog Catalog = HubDatabase.Catalog(typeof(Ledger).Assembly);

    private readonly StoredJson _json = new(new InMemorySubjectKeyRing());
    private readonly TenantId _tenant = NewTenant();
    private readonly SlowDatabase _database = new();
    private readonly StoppedClock _clock = new();

    [Fact]
    public async Task A_unit_that_finds_a_committer_free_goes_at_once_and_alone()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);

        var first = commits.Append(Unit(), CancellationToken.None);

        _database.Calls.Should().ContainSingle().Which.Units.Should().HaveCount(1);
        _database.Calls[0].Answer();
        (await first).Should().BeOfType<AppendOutcome.Appended>();
    }

    [Fact]
    public async Task Units_that_arrive_while_all_committers_are_busy_go_together()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        var units = Enumerable.Range(0, 5).Select(_ => Unit()).ToArray();
        var waiting = units.Select(unit => commits.Append(unit, CancellationToken.None)).ToArray();
        _database.Calls.Should().HaveCount(busy.Length, "nobody is free");

        _database.Calls[0].Answer();
        var together = await _database.Call(busy.Length);

        together.Units.Should().Equal(units);
        together.Answer();
        (await Task.WhenAll(waiting)).Should().AllBeOfType<AppendOutcome.Appended>();
        await Finish(busy);
    }

    [Fact]
    public async Task Beside_a_large_group_the_next_one_goes_once_it_is_as_large_or_the_first_is_done()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        var five = Enumerable.Range(0, 5).Select(_ => commits.Append(Unit(), CancellationToken.None)).ToArray();
        _database.Calls[0].Answer();
        (await _database.Call(2)).Units.Should().HaveCount(5);
        _database.Calls[1].Answer();
        await Task.WhenAll(busy);

        var four = Enumerable.Range(0, 4).Select(_ => commits.Append(Unit(), CancellationToken.None)).ToArray();
        _database.Calls.Should().HaveCount(3);
        var fifth = commits.Append(Unit(), CancellationToken.None);

        (await _database.Call(3)).Units.Should().HaveCount(5);
        var last = commits.Append(Unit(), CancellationToken.None);
        _database.Calls[2].Answer();
        await Task.WhenAll(five);
        _database.Calls.Should().HaveCount(4, "five are still under way");
        _database.Calls[3].Answer();
        (await _database.Call(4)).Answer();
        await Task.WhenAll([.. four, fifth, last]);
    }

    [Fact]
    public async Task While_the_disk_is_slow_more_groups_are_under_way_but_not_without_end()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        var waiting = new List<Task<AppendOutcome>> { commits.Append(Unit(), CancellationToken.None) };
        _clock.Pass(CommitQueue.SlowAfter);
        waiting.Add(commits.Append(Unit(), CancellationToken.None));
        _database.Calls.Should().HaveCount(busy.Length, "that is not slow yet");

        _clock.Pass(TimeSpan.FromTicks(1));
        waiting.Add(commits.Append(Unit(), CancellationToken.None));

        (await _database.Call(busy.Length)).Units.Should().HaveCount(3);
        var last = 0;
        for (var i = 0; i < 100; i++)
        {
            _clock.Pass(CommitQueue.SlowAfter * 2);
            waiting.Add(commits.Append(Unit(), CancellationToken.None));
            last = _database.Calls.Length;
        }

        last.Should().BeInRange(busy.Length + 2, 10);
        _database.AnswerAll();
        await Task.WhenAll([.. busy, .. waiting]);
    }

    [Fact]
    public async Task Tenants_never_share_a_transaction()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        var other = NewTenant();
        var units = new[] { Unit(), UnitOf(other), Unit(), UnitOf(other) };
        var waiting = units.Select(unit => commits.Append(unit, CancellationToken.None)).ToArray();

        _database.Calls[0].Answer();
        (await _database.Call(busy.Length)).Units.Should().Equal(units[0], units[2]);
        _database.Calls[1].Answer();
        (await _database.Call(busy.Length + 1)).Units.Should().Equal(units[1], units[3]);

        _database.AnswerAll();
        await Task.WhenAll(waiting);
        await Finish(busy);
    }

    [Fact]
    public async Task Units_on_one_stream_go_one_after_the_other_in_the_order_they_came()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var (a, b) = (NewStream(_tenant), NewStream(_tenant));
        var onA = commits.Append(Unit(a), CancellationToken.None);
        var units = new[] { Unit(a, b), Unit(b), Unit(b with { Type = "another_type" }), Unit() };
        var waiting = units.Select(unit => commits.Append(unit, CancellationToken.None)).ToArray();
        _database.Calls.Should().HaveCount(2, "the stream of the first is under way, and the second and third come after it");
        _database.Calls[1].Units.Should().Equal(units[3]);

        _database.Calls[0].Answer();
        (await _database.Call(2)).Units.Should().Equal(units[0]);
        _database.Calls[2].Answer();
        (await _database.Call(3)).Units.Should().Equal(units[1]);
        _database.Calls[3].Answer();
        (await _database.Call(4)).Units.Should().Equal([units[2]], "an id is one stream whatever its type");

        _database.AnswerAll();
        await Task.WhenAll([onA, .. waiting]);
    }

    [Fact]
    public async Task A_great_unit_goes_though_no_other_fits_beside_it()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        var great = PreparedUnit.Of(
            Work(By("tests"), Append(NewStream(_tenant), 0, [.. Enumerable.Range(0, 1_500).Select(Note)])), Catalog, _json);
        var small = Unit();
        var waiting = new[] { commits.Append(great, CancellationToken.None), commits.Append(small, CancellationToken.None) };

        _database.Calls[0].Answer();
        (await _database.Call(busy.Length)).Units.Should().Equal(great);
        _database.Calls[1].Answer();
        (await _database.Call(busy.Length + 1)).Units.Should().Equal(small);

        _database.AnswerAll();
        await Task.WhenAll(waiting);
        await Finish(busy);
    }

    [Fact]
    public async Task A_writer_that_gives_up_while_it_waits_stores_nothing_and_holds_nobody_up()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        using var patience = new CancellationTokenSource();
        var stream = NewStream(_tenant);
        var given = commits.Append(Unit(stream), patience.Token);
        var next = Unit(stream);
        var waiting = commits.Append(next, CancellationToken.None);

        await patience.CancelAsync();

        await given.Invoking(append => append).Should().ThrowAsync<OperationCanceledException>();
        _database.Calls[0].Answer();
        (await _database.Call(busy.Length)).Units.Should().Equal(next);
        _database.AnswerAll();
        await waiting;
        await Finish(busy);
    }

    [Fact]
    public async Task A_writer_that_gives_up_under_way_is_released_and_the_others_of_its_group_hear_their_outcome()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        using var patience = new CancellationTokenSource();
        var given = commits.Append(Unit(), patience.Token);
        var other = commits.Append(Unit(), CancellationToken.None);
        _database.Calls[0].Answer();
        var together = await _database.Call(busy.Length);

        await patience.CancelAsync();

        await given.Invoking(append => append).Should().ThrowAsync<OperationCanceledException>();
        together.Answer();
        (await other).Should().BeOfType<AppendOutcome.Appended>();
        await Finish(busy);
    }

    [Fact]
    public async Task When_the_server_refuses_a_group_each_unit_is_tried_alone_and_only_the_bad_one_fails()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        var units = new[] { Unit(), Unit(), Unit() };
        var waiting = units.Select(unit => commits.Append(unit, CancellationToken.None)).ToArray();
        _database.Calls[0].Answer();
        (await _database.Call(busy.Length)).Fail(Refusal("22P05"));

        await _database.Call(busy.Length + 3);
        foreach (var call in _database.Calls[(busy.Length + 1)..])
        {
            call.Units.Should().ContainSingle();
            call.Patience.Should().BeNull("it keeps nobody waiting now");
            if (call.Units[0] == units[1])
            {
                call.Fail(Refusal("22P05"));
            }
            else
            {
                call.Answer();
            }
        }

        (await waiting[0]).Should().BeOfType<AppendOutcome.Appended>();
        (await waiting[1].Invoking(append => append).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be("22P05");
        (await waiting[2]).Should().BeOfType<AppendOutcome.Appended>();
        await Finish(busy);
    }

    [Theory]
    [InlineData("55P03")] // another transaction holds the stream
    [InlineData("23505")] // another transaction has just made it
    public async Task A_unit_that_has_to_wait_for_another_transaction_frees_its_committer(string state)
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        _database.Calls[0].Fail(Refusal(state));
        var alone = await _database.Call(busy.Length);
        alone.Patience.Should().BeNull();

        var other = commits.Append(Unit(), CancellationToken.None);

        (await _database.Call(busy.Length + 1)).Answer();
        (await other).Should().BeOfType<AppendOutcome.Appended>("the committer is free for it");
        alone.Answer();
        await Finish(busy);
    }

    [Fact]
    public async Task When_the_connection_is_lost_every_writer_hears_of_it_and_nothing_is_tried_again()
    {
        await using var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        var waiting = Enumerable.Range(0, 3).Select(_ => commits.Append(Unit(), CancellationToken.None)).ToArray();
        _database.Calls[0].Answer();
        (await _database.Call(busy.Length)).Fail(new PostgresException("terminating connection", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown));

        foreach (var append in waiting)
        {
            (await append.Invoking(append => append).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.AdminShutdown);
        }

        await Finish(busy);
        _database.Calls.Should().HaveCount(busy.Length + 1);
    }

    [Fact]
    public async Task Closing_takes_no_more_and_finishes_what_there_is()
    {
        var commits = new GroupCommit(_database.Write, _clock);
        var busy = await Occupy(commits);
        var waiting = commits.Append(Unit(), CancellationToken.None);

        var closing = commits.DisposeAsync().AsTask();

        await commits.Awaiting(closed => closed.Append(Unit(), CancellationToken.None)).Should().ThrowAsync<ObjectDisposedException>();
        closing.IsCompleted.Should().BeFalse("three units are not stored yet");
        _database.Calls[0].Answer();
        (await _database.Call(busy.Length)).Answer();
        (await waiting).Should().BeOfType<AppendOutcome.Appended>();
        await Finish(busy);
        await closing;
        await commits.DisposeAsync();
    }

    /// <summary>A unit for every committer; the next one to come has to wait.</summary>
    private async Task<Task<AppendOutcome>[]> Occupy(GroupCommit commits)
    {
        var busy = Enumerable.Range(0, CommitQueue.Committers).Select(_ => commits.Append(Unit(), CancellationToken.None)).ToArray();
        await _database.Call(CommitQueue.Committers - 1);
        return busy;
    }

    private async Task Finish(Task<AppendOutcome>[] busy)
    {
        _database.AnswerAll();
        await Task.WhenAll(busy);
    }

    private PreparedUnit Unit(params StreamId[] streams) =>
        PreparedUnit.Of(Work(By("tests"), [.. (streams.Length > 0 ? streams : [NewStream(_tenant)]).Select(stream => Append(stream, 0, Note(1)))]), Catalog, _json);

    private PreparedUnit UnitOf(TenantId tenant) => Unit(NewStream(tenant));

    private static PostgresException Refusal(string state) => new("refused", "ERROR", "ERROR", state);

    /// <summary>Answers a call when it is told to.</summary>
    private sealed class SlowDatabase
    {
        private readonly ConcurrentQueue<Call> _calls = [];
        private volatile bool _answersAtOnce;

        public Call[] Calls => [.. _calls];

        public Task<IReadOnlyList<AppendOutcome>> Write(IReadOnlyList<PreparedUnit> units, TimeSpan? patience)
        {
            var call = new Call(units, patience);
            _calls.Enqueue(call);
            if (_answersAtOnce)
            {
                call.Answer();
            }

            return call.Answered;
        }

        /// <summary>All there are and all to come.</summary>
        public void AnswerAll()
        {
            _answersAtOnce = true;
            foreach (var call in _calls)
            {
                call.Answer();
            }
        }

        /// <summary>The call of this number, from 0, as soon as it is made.</summary>
        public Task<Call> Call(int number) =>
            Eventually.Find(() => Task.FromResult(Calls.ElementAtOrDefault(number)), $"call {number} of the database");
    }

    private sealed class Call(IReadOnlyList<PreparedUnit> units, TimeSpan? patience)
    {
        private readonly TaskCompletionSource<IReadOnlyList<AppendOutcome>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<PreparedUnit> Units => units;

        public TimeSpan? Patience => patience;

        public Task<IReadOnlyList<AppendOutcome>> Answered => _answer.Task;

        public void Answer() => _answer.TrySetResult([.. units.Select(_ => new AppendOutcome.Appended([], []))]);

        public void Fail(Exception failure) => _answer.TrySetException(failure);
    }

    private sealed class StoppedClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
