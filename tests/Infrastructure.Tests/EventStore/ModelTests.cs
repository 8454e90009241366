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

        (await database.Log().Verify(tenant, CancellationToken.None)).Should().BeEquivalentTo(new ChainVerification(480, 3, []));
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

    private static string Comparable(AppendOutcome outcome) => outcome is AppendOutcome.Appended appended
        ? $"appended {string.Join(' ', appended.Versions)}"
        : outcome.ToString();

    private static async Task<IEnumerable<object>> Remembered(IEventStore store, StreamId stream) =>
        (await store.Load(stream, StreamBound.Whole, CancellationToken.None))
        .Select(envelope => (object)(envelope.Version, envelope.Type, envelope.Event, envelope.Correlation));
}
