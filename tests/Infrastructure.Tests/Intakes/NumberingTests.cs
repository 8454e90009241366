using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Growth;
using Lawyers.Hub.Infrastructure.Intakes;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Intakes;

/// <summary>Many clients of one firm finish at once, around midnight in the firm's zone, and some units of work come to nothing after they took a number.</summary>
public sealed class NumberingTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private const int Writers = 12;
    private const int Each = 6;

    private static readonly NumberFormat Format = NumberFormat.Parse("LAP-{yyyyMMdd}-{seq:000}");
    private static readonly Refusal Broken = Refusal.Rule("broken", "This unit of work comes to nothing.");

    private readonly FirmWithIntakes _firm = new(database);
    private int _taken;

    [Fact]
    public async Task Numbers_have_no_gaps_across_midnight_and_grow_past_999()
    {
        await _firm.Found();
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 21, 16, 59, 58, TimeSpan.Zero)); // 23.59.58 WIB
        var contexts = new ReadingContexts(_firm.Events, RegionFile.Read(), new GrowthLibrary(_firm.Events, new GrowthFiles(database.Source)), clock);
        await TakeAtOnce(new DateOnly(2026, 11, 21), 990);

        var taken = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Write(contexts, clock))));

        var all = taken.SelectMany(numbers => numbers).ToArray();
        all.Should().OnlyHaveUniqueItems().And.HaveCount(Writers * Each);
        var (before, after) = (Of(all, "LAP-20261121-"), Of(all, "LAP-20261122-"));
        before.Should().Equal(Enumerable.Range(991, before.Length), because: "no number is left out and none is given twice");
        after.Should().Equal(Enumerable.Range(1, after.Length));
        before.Should().Contain(1000);
        after.Should().NotBeEmpty();
        all.Should().Contain("LAP-20261121-1000").And.Contain("LAP-20261122-001");
        (await Stored(new DateOnly(2026, 11, 21))).Should().Be(990 + before.Length);
        (await Stored(new DateOnly(2026, 11, 22))).Should().Be(after.Length);
    }

    private async Task<IReadOnlyList<string>> Write(ReadingContexts contexts, MovedClock clock)
    {
        var numbers = new List<string>();
        for (var turn = 0; numbers.Count < Each; turn++)
        {
            var day = (await contexts.Now(_firm.Tenant, CancellationToken.None)).Time.Today;
            var fails = turn % 3 == 1;
            var result = await _firm.Events.Transact(Provenance(), transaction => Finish(transaction, day, fails), CancellationToken.None);
            if (!result.IsRefused)
            {
                numbers.Add(result.Value);
                Interlocked.Increment(ref _taken);
            }
            else if (result.Refusal != Broken)
            {
                result.Refusal!.Kind.Should().Be(RefusalKind.Conflict); // somebody else took it first, three times: again
            }

            if (Volatile.Read(ref _taken) >= Writers * Each / 2)
            {
                clock.Now = new DateTimeOffset(2026, 11, 21, 17, 0, 0, TimeSpan.Zero); // 00.00 WIB: whoever is still writing is in the next day
            }
        }

        return numbers;
    }

    // The number and the fact that carries it, in one unit of work.
    private async Task<Result<string>> Finish(Transaction transaction, DateOnly day, bool fails)
    {
        var number = await transaction.TakeNumber(_firm.Tenant, Format, day);
        var intake = new IntakeId(Guid.NewGuid());
        var set = (await _firm.Definitions.Published(_firm.Tenant, "triage", CancellationToken.None))!;
        var started = await transaction.Decide(
            IntakeStream.Of(_firm.Tenant, intake), Intake.Decider,
            new IntakeCommand.Start(
                intake, new DataSubjectId(Guid.NewGuid()), new ConversationId(Guid.NewGuid()), "id", set, FirmWithIntakes.Granted,
                await _firm.Contexts.Now(_firm.Tenant, CancellationToken.None)));
        return fails ? Broken : started.IsRefused ? started.Refusal : number;
    }

    private async Task TakeAtOnce(DateOnly day, int count)
    {
        var taken = await _firm.Events.Transact(
            Provenance(),
            async transaction =>
            {
                for (var n = 1; n < count; n++)
                {
                    await transaction.TakeNumber(_firm.Tenant, Format, day);
                }

                return await transaction.TakeNumber(_firm.Tenant, Format, day);
            },
            CancellationToken.None);
        taken.Value.Should().Be($"LAP-20261121-{count}");
    }

    private async Task<int> Stored(DateOnly day) =>
        (await _firm.Events.Load(NumberSeriesStream.Of(_firm.Tenant, Format, day), StreamBound.Whole, CancellationToken.None)).Count;

    private static int[] Of(IEnumerable<string> numbers, string series) =>
        [.. numbers.Where(number => number.StartsWith(series, StringComparison.Ordinal))
            .Select(number => int.Parse(number[series.Length..], CultureInfo.InvariantCulture)).Order()];

    private static Provenance Provenance() => new(Actor.System("test"), FirmWithIntakes.NewCause(), Guid.NewGuid());

    private sealed class MovedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
