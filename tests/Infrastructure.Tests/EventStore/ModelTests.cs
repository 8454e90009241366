using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class ModelTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    /// <summary>One try: some streams at a version that is right or off by some, under one of few causes.</summary>
    private sealed record Try(int Cause, (int Stream, int OffBy, int Events)[] Appends);

    private static readonly Gen<Try> AnyTry =
        from cause in Gen.Choose(0, 12)
        from count in Gen.Choose(1, 3)
        from streams in Gen.Shuffle(Enumerable.Range(0, 4))
        from offBy in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(-1, 1))).ArrayOf(count)
        from events in Gen.Choose(1, 3).ArrayOf(count)
        select new Try(cause, [.. Enumerable.Range(0, count).Select(i => (streams[i], offBy[i], events[i]))]);

    [Fact]
    public void The_store_answers_and_remembers_as_the_model_does() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(30),
            Prop.ForAll(AnyTry.ListOf(25).ToArbitrary(), tries => BehaveAlike([.. tries]).GetAwaiter().GetResult()));

    [Fact]
    public void Whatever_many_writers_try_at_once_the_log_is_what_their_answers_say() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(6),
            Prop.ForAll(AnyTry.ListOf(8).ListOf(20).ToArbitrary(), writers => AnswerTruly([.. writers.Select(tries => tries.ToArray())]).GetAwaiter().GetResult()));

    [Fact]
    public async Task Many_concurrent_writers_lose_nothing_and_leave_no_gap()
    {
        var store = database.Store(typeof(Ledger).Assembly);
        var tenant = NewTenant();
        var streams = Enumerable.Range(0, 3).Select(_ => NewStream(tenant)).ToArray();

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var mine = new List<int>();
            for (var i = 0; i < 20; i++)
            {
                var number = (writer * 1000) + i;
                while (await store.Append(await Next(store, streams, number), CancellationToken.None) is not AppendOutcome.Appended)
                {
                }

                mine.Add(number);
            }

            return mine;
        })));

        foreach (var stream in streams)
        {
            var loaded = await store.Load(stream, StreamBound.Whole, CancellationToken.None);
            loaded.Select(envelope => envelope.Version).Should().Equal(Enumerable.Range(1, 160).Select(version => (long)version));
            loaded.Select(envelope => ((LedgerNoted)envelope.Event).Number).Should().BeEquivalentTo(written.SelectMany(numbers => numbers));
        }

        (await database.Verify(tenant)).Should().BeEquivalentTo(new { Events = 480, Streams = 3, IsIntact = true });
    }

    private static async Task<UnitOfWork> Next(PostgresEventStore store, StreamId[] streams, int number)
    {
        var appends = new List<StreamAppend>();
        foreach (var stream in streams)
        {
            appends.Add(Append(stream, (await store.Load(stream, StreamBound.Whole, CancellationToken.None)).Count, Note(number)));
        }

        return Work(By("tests"), [.. appends]);
    }

    private async Task<bool> BehaveAlike(Try[] tries)
    {
        var real = database.Store(typeof(Ledger).Assembly);
        var model = new InMemoryEventStore(TimeProvider.System, typeof(Ledger).Assembly);
        var tenant = NewTenant();
        var streams = Enumerable.Range(0, 4).Select(_ => NewStream(tenant)).ToArray();
        var causes = Enumerable.Range(0, 13).Select(_ => new CauseId(Guid.NewGuid())).ToArray();
        foreach (var attempt in tries)
        {
            var appends = new List<StreamAppend>();
            foreach (var (stream, offBy, events) in attempt.Appends)
            {
                var version = (await model.Load(streams[stream], StreamBound.Whole, CancellationToken.None)).Count;
                appends.Add(Append(streams[stream], Math.Max(0, version + offBy), [.. Enumerable.Range(version, events).Select(Note)]));
            }

            var work = Work(By("tests", causes[attempt.Cause]), [.. appends]);
            Comparable(await real.Append(work, CancellationToken.None)).Should().Be(Comparable(await model.Append(work, CancellationToken.None)));
        }

        foreach (var stream in streams)
        {
            (await Remembered(real, stream)).Should().Equal(await Remembered(model, stream));
        }

        return true;
    }

    /// <summary>All writers at once, of two nodes, on four streams and thirteen causes; then every answer is held against what the log has.</summary>
    private async Task<bool> AnswerTruly(Try[][] writers)
    {
        var nodes = new[] { database.Store(typeof(Ledger).Assembly), database.Store(typeof(Ledger).Assembly) };
        var store = nodes[0];
        var tenant = NewTenant();
        var streams = Enumerable.Range(0, 4).Select(_ => NewStream(tenant)).ToArray();
        var causes = Enumerable.Range(0, 13).Select(_ => new CauseId(Guid.NewGuid())).ToArray();
        var numbers = 0;
        var answers = (await Task.WhenAll(writers.Select((tries, writer) => Task.Run(async () =>
        {
            var answered = new List<Answered>();
            foreach (var attempt in tries)
            {
                var appends = new List<StreamAppend>();
                foreach (var (stream, offBy, events) in attempt.Appends)
                {
                    var version = (await store.Load(streams[stream], StreamBound.Whole, CancellationToken.None)).Count;
                    appends.Add(Append(
                        streams[stream], Math.Max(0, version + offBy), [.. Enumerable.Range(0, events).Select(_ => Note(Interlocked.Increment(ref numbers)))]));
                }

                // Half of the causes are each other's; the others are new, or nearly all would be refused as repeated.
                var cause = attempt.Cause % 2 == 0 ? causes[attempt.Cause] : new CauseId(Guid.NewGuid());
                var work = Work(By("tests", cause), [.. appends]);
                answered.Add(new(work, attempt.Appends.Select(append => append.OffBy).ToArray(), await nodes[writer % nodes.Length].Append(work, CancellationToken.None)));
            }

            return answered;
        })))).SelectMany(answered => answered).ToArray();

        var log = (await Task.WhenAll(streams.Select(stream => store.Load(stream, StreamBound.Whole, CancellationToken.None))))
            .ToDictionary(loaded => loaded.Count > 0 ? loaded[0].Stream : NewStream(tenant));
        var applied = answers.Where(answer => answer.Outcome is AppendOutcome.Appended).ToArray();
        foreach (var (work, _, outcome) in applied)
        {
            var versions = work.Appends.SelectMany(append => append.Events.Select((_, i) => append.ExpectedVersion + i + 1));
            ((AppendOutcome.Appended)outcome).Versions.Should().Equal(versions);
            foreach (var append in work.Appends)
            {
                log[append.Stream].Skip((int)append.ExpectedVersion).Take(append.Events.Count).Select(envelope => envelope.Event).Should().Equal(append.Events);
            }
        }

        log.Values.Sum(loaded => loaded.Count).Should().Be(applied.Sum(answer => answer.Work.Appends.Sum(append => append.Events.Count)), "nothing else was stored");
        var taken = applied.SelectMany(answer => answer.Work.Appends.Select(append => (append.Stream, answer.Work.Provenance.Cause))).ToArray();
        taken.Should().OnlyHaveUniqueItems("a stream takes each cause once");
        foreach (var repeated in answers.Where(answer => answer.Outcome is AppendOutcome.AlreadyApplied))
        {
            repeated.Work.Appends.Select(append => (append.Stream, repeated.Work.Provenance.Cause)).Intersect(taken).Should().NotBeEmpty();
        }

        foreach (var (work, offBy, outcome) in answers)
        {
            if (outcome is AppendOutcome.Conflict conflict)
            {
                var at = work.Appends.ToList().FindIndex(append => append.Stream == conflict.Stream);
                (offBy[at] > 0 || log[conflict.Stream].Count > work.Appends[at].ExpectedVersion).Should().BeTrue("somebody else was first");
            }
        }

        (await database.Verify(tenant)).Breaks.Should().BeEmpty();
        return true;
    }

    private sealed record Answered(UnitOfWork Work, int[] OffBy, AppendOutcome Outcome);

    private static string Comparable(AppendOutcome outcome) => outcome is AppendOutcome.Appended appended
        ? $"appended {string.Join(' ', appended.Versions)}"
        : outcome.ToString();

    private static async Task<IEnumerable<object>> Remembered(IEventStore store, StreamId stream) =>
        (await store.Load(stream, StreamBound.Whole, CancellationToken.None))
        .Select(envelope => (object)(envelope.Version, envelope.Type, envelope.Event, envelope.Correlation));
}
