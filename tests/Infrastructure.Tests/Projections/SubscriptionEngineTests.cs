using System.Diagnostics;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Projections;

public sealed class SubscriptionEngineTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly TenantId _tenant = NewTenant();

    [Fact]
    public async Task A_committed_event_is_in_the_view_within_moments()
    {
        await using var node = await StartNode();
        var stream = NewStream(_tenant);
        await node.Store.Append(stream, 0, Note(1));
        await PageOf(node, stream, page => page.Count == 1);

        var times = new List<TimeSpan>();
        for (var i = 2; i <= 60; i++)
        {
            await node.Store.Append(stream, i - 1, Note(i));
            var committed = Stopwatch.GetTimestamp();
            await PageOf(node, stream, page => page.Count == i);
            times.Add(Stopwatch.GetElapsedTime(committed));
        }

        // Far above what it takes and far below the fallback's quarter of a second: the notification works.
        times.Order().ElementAt(times.Count / 2).Should().BeLessThan(TimeSpan.FromMilliseconds(125));
    }

    [Fact]
    public async Task Every_event_of_many_concurrent_writers_is_folded_exactly_once_though_nodes_come_and_go()
    {
        var streams = Enumerable.Range(0, 8).Select(_ => NewStream(_tenant)).ToArray();
        var store = database.Store(typeof(Ledger).Assembly);
        var writing = Task.WhenAll(streams.Select(stream => Task.Run(async () =>
        {
            for (var i = 1; i <= 100; i++)
            {
                (await store.Append(stream, i - 1, Note(i))).Should().BeOfType<AppendOutcome.Appended>();
            }
        })));
        for (var crash = 0; crash < 4; crash++)
        {
            await using var passing = await StartNode();
            await PageOf(passing, streams[crash], page => page.Count > crash * 10);
        }

        await writing;
        await using var first = await StartNode();
        await using var second = await StartNode();
        foreach (var stream in streams)
        {
            var page = await PageOf(first, stream, page => page.Latest == 100);
            page.Should().Be(new LedgerPage(stream.Id, 100, 5050, 100, null));
        }
    }

    [Fact]
    public async Task A_node_that_starts_far_behind_takes_all_that_is_there_and_what_comes_meanwhile_once()
    {
        const int Stored = 10_000;
        await database.Fill(_tenant, Stored, "ledger_noted");
        var stream = NewStream(_tenant);
        await using var node = await StartNode();
        for (var i = 1; i <= 100; i++)
        {
            await node.Store.Append(stream, i - 1, Note(i));
        }

        (await PageOf(node, stream, page => page.Latest == 100)).Should().Be(new LedgerPage(stream.Id, 100, 5050, 100, null));
        (await database.AsSuperuser(
            $"""
            select count(*) from read_ledger_page d where tenant_id = '{_tenant}' and slot = (select live_slot('ledger_page'))
                and (data ->> 'Count')::int = 100 and (data ->> 'Sum')::int = 5050
            """)).Should().Be((Stored / 100) + 1L);
    }

    [Fact]
    public async Task Another_node_takes_over_when_the_first_one_ends()
    {
        var stream = NewStream(_tenant);
        var first = await StartNode();
        await using var second = await StartNode();
        await first.Store.Append(stream, 0, Note(1));
        await PageOf(second, stream, page => page.Count == 1);

        await first.DisposeAsync();
        await second.Store.Append(stream, 1, Note(2));

        await PageOf(second, stream, page => page.Count == 2);
    }

    [Fact]
    public async Task Lists_are_in_order_narrowed_by_tags_and_paged()
    {
        await using var node = await StartNode();
        foreach (var number in new[] { 5, 3, 12, 9, 1, 7, 4, 6 })
        {
            await node.Store.Append(NewStream(_tenant), 0, Note(number));
        }

        var views = node.Get<IViews>();
        await Eventually.Is(async () => (await views.List<LedgerPage>(_tenant, [], new PageRequest(), default)).Items.Count == 8, "eight pages");

        (await Latest(views, [], descending: false)).Should().Equal(1, 3, 4, 5, 6, 7, 9, 12);
        (await Latest(views, ["parity:1"], descending: true)).Should().Equal(9, 7, 5, 3, 1);
        (await Latest(views, ["parity:1", "third:0"], descending: false)).Should().Equal(3, 9);
        (await views.List<LedgerPage>(NewTenant(), [], new PageRequest(), default)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task A_document_that_changes_its_tags_or_leaves_the_page_is_found_no_more_where_it_was()
    {
        await using var node = await StartNode();
        var stream = NewStream(_tenant);
        await node.Store.Append(stream, 0, Note(3));
        await PageOf(node, stream, page => page.Count == 1);
        await node.Store.Append(stream, 1, Note(4));
        await PageOf(node, stream, page => page.Count == 2);

        var views = node.Get<IViews>();
        (await Latest(views, ["parity:1"], descending: false)).Should().BeEmpty();
        (await Latest(views, ["parity:0"], descending: false)).Should().Equal(4);

        await node.Store.Append(stream, 2, Note(LedgerPageProjection.Gone));
        await Eventually.Is(async () => await views.Find<LedgerPage>(_tenant, stream.Id, default) is null, "the page is gone");
        (await Latest(views, ["parity:0"], descending: false)).Should().BeEmpty();
    }

    [Fact]
    public async Task Personal_data_lies_sealed_in_the_read_table_and_is_gone_with_its_key()
    {
        await using var node = await StartNode();
        var stream = NewStream(_tenant);
        var subject = new DataSubjectId(Guid.NewGuid());
        await node.Store.Append(
            Work(By("tests", about: subject), Append(stream, 0, new LedgerNamed(Personal.Of(subject, "Wulandari"), new BlindIndex("ef")))), default);

        var page = await PageOf(node, stream, page => page.Name is not null);
        page.Name!.Value.Should().Be("Wulandari");
        (await database.AsSuperuser($"select data::text from read_ledger_page where key = '{stream.Id}'"))
            .Should().BeOfType<string>().Which.Should().NotContain("Wulandari");

        database.Keys.Destroy(subject);
        (await node.Get<IViews>().Find<LedgerPage>(_tenant, stream.Id, default))!.Name.Should().Be(Personal.Erased<string>(subject));
    }

    [Fact]
    public async Task Whoever_watches_a_tenant_hears_which_documents_changed()
    {
        await using var node = await StartNode();
        var stream = NewStream(_tenant);
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var changes = node.Get<IChangeFeed>().Subscribe(_tenant, enough.Token).GetAsyncEnumerator(enough.Token);
        var next = changes.MoveNextAsync();
        await node.Store.Append(NewStream(NewTenant()), 0, Note(1));
        await node.Store.Append(stream, 0, Note(1));

        (await next).Should().BeTrue();
        while (changes.Current.View == Change.Everything)
        {
            await changes.MoveNextAsync();
        }

        changes.Current.Should().BeEquivalentTo(new Change(_tenant, "ledger_page", [stream.Id]));
    }

    private Task<HubNode> StartNode() => HubNode.Start(database, null, typeof(Ledger).Assembly);

    private Task<LedgerPage> PageOf(HubNode node, StreamId stream, Func<LedgerPage, bool> condition) => Eventually.Find(
        async () => await node.Get<IViews>().Find<LedgerPage>(_tenant, stream.Id, CancellationToken.None) is { } page && condition(page) ? page : null,
        $"the page of {stream.Id}");

    private async Task<int[]> Latest(IViews views, string[] tags, bool descending)
    {
        var found = new List<int>();
        string? after = null;
        do
        {
            var page = await views.List<LedgerPage>(_tenant, tags, new PageRequest(after, 2, descending), CancellationToken.None);
            found.AddRange(page.Items.Select(item => item.Latest));
            after = page.Next;
        }
        while (after is not null);

        return [.. found];
    }
}
