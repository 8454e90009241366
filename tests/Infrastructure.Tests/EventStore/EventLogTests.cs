using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class EventLogTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly TenantId _tenant = NewTenant();

    [Fact]
    public async Task Events_are_found_by_stream_type_actor_subject_and_time_and_paged_by_sequence()
    {
        var store = database.Store(typeof(Ledger).Assembly);
        var (one, two) = (NewStream(_tenant), NewStream(_tenant));
        var subject = new DataSubjectId(Guid.NewGuid());
        await store.Append(Work(By("clerk", reason: "Opening"), Append(one, 0, new LedgerOpened(new StaffId(Guid.NewGuid()), LedgerKind.Ordinary, 1), Note(1))), default);
        await store.Append(Work(By("robot", about: subject), Append(two, 0, Note(2), Note(3))), default);
        var middle = (await store.Load(two, StreamBound.Whole, default))[0].At;
        await store.Append(Work(By("clerk"), Append(one, 2, Note(4))), default);

        (await Read(new EventFilter())).Should().HaveCount(5).And.BeInAscendingOrder(@event => @event.Sequence);
        (await Read(new EventFilter(Stream: one.Id))).Select(@event => @event.Version).Should().Equal(1, 2, 3);
        (await Read(new EventFilter(Types: ["ledger_opened"]))).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { StreamType = "ledger", Actor = "system:clerk", Reason = "Opening", Tenant = _tenant });
        (await Read(new EventFilter(Actor: "system:clerk"))).Should().HaveCount(3);
        (await Read(new EventFilter(Subject: subject))).Should().HaveCount(2).And.OnlyContain(@event => @event.Subject == subject);
        (await Read(new EventFilter(From: middle))).Should().HaveCount(3);
        (await Read(new EventFilter(To: middle))).Should().HaveCount(4);
        (await Read(new EventFilter(Actor: "system:clerk", Types: ["ledger_noted"]))).Should().HaveCount(2);

        string[] both = ["ledger_opened", "ledger_noted"];
        (await Read(new EventFilter(Types: both), 3)).Select(@event => @event.Sequence).Should().Equal((await Read(new EventFilter(Types: both)))[..3].Select(@event => @event.Sequence));
        (await Read(new EventFilter(Types: both, NewestFirst: true), 4)).Should().HaveCount(4).And.BeInDescendingOrder(@event => @event.Sequence);

        var first = await Read(new EventFilter(), 2);
        var rest = await Read(new EventFilter(After: first[^1].Sequence));
        first.Concat(rest).Select(@event => @event.Sequence).Should().Equal((await Read(new EventFilter())).Select(@event => @event.Sequence));
        var newest = await Read(new EventFilter(NewestFirst: true), 2);
        newest.Concat(await Read(new EventFilter(After: newest[^1].Sequence, NewestFirst: true))).Select(@event => @event.Sequence)
            .Should().Equal((await Read(new EventFilter())).Select(@event => @event.Sequence).Reverse());
        first[0].HashHex.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task Personal_data_stays_sealed_for_whoever_reads_the_log()
    {
        var subject = new DataSubjectId(Guid.NewGuid());
        await database.Store(typeof(Ledger).Assembly).Append(
            Work(By("clerk", about: subject), Append(NewStream(_tenant), 0, new LedgerNamed(Personal.Of(subject, "Kartini"), new BlindIndex("aa")))), default);

        (await Read(new EventFilter())).Should().ContainSingle().Which.Data.Should().Contain("$subject").And.NotContain("Kartini");
    }

    private async Task<List<StoredEvent>> Read(EventFilter filter, int? limit = null)
    {
        var found = new List<StoredEvent>();
        await foreach (var @event in database.Log().Read(_tenant, filter, limit, CancellationToken.None))
        {
            found.Add(@event);
        }

        return found;
    }
}
