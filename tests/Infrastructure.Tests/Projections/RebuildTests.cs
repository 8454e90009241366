using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Projections;

public sealed class RebuildTests : IAsyncLifetime
{
    private const string Projection = "ledger_page";

    private readonly HubDatabase _database = new();
    private readonly TenantId _tenant = NewTenant();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_rebuild_folds_every_event_anew_and_takes_the_place_of_what_was_wrong()
    {
        await using var node = await Start();
        var streams = new[] { NewStream(_tenant), NewStream(NewTenant()) };
        foreach (var stream in streams)
        {
            await node.Store.Append(stream, 0, Note(1), Note(2), Note(3));
            await Eventually.Is(async () => await Page(node, stream.Tenant, stream.Id) is { Count: 3 }, "the view");
        }

        await _database.AsSuperuser("update read_ledger_page set data = jsonb_set(data, '{Count}', '77')");
        await _database.AsSuperuser("delete from read_ledger_page_tags");
        (await node.Get<ISubscriptions>().Rebuild(Projection, default)).IsRefused.Should().BeFalse();

        foreach (var stream in streams)
        {
            await Eventually.Is(async () => await Page(node, stream.Tenant, stream.Id) is { Count: 3, Sum: 6 }, "the rebuilt view");
            (await node.Get<IViews>().List<LedgerPage>(stream.Tenant, ["parity:1"], new PageRequest(), default)).Items.Should().ContainSingle();
        }

        await Done();
        (await _database.AsSuperuser("select count(distinct slot) from read_ledger_page")).Should().Be(1L, "the slot that was wrong is emptied");
    }

    [Fact]
    public async Task What_is_written_meanwhile_is_folded_once_into_whatever_is_live()
    {
        await using var node = await Start();
        var stream = NewStream(_tenant);
        var writing = Task.Run(async () =>
        {
            for (var i = 1; i <= 400; i++)
            {
                await node.Store.Append(stream, i - 1, Note(i));
            }
        });
        for (var i = 0; i < 3; i++)
        {
            await node.Get<ISubscriptions>().Rebuild(Projection, default);
            await Done();
        }

        await writing;
        await Eventually.Is(async () => await Page(node, _tenant, stream.Id) is { Latest: 400 }, "the last event");
        (await Page(node, _tenant, stream.Id)).Should().Be(new LedgerPage(stream.Id, 400, 80200, 400, null));
    }

    [Fact]
    public async Task A_fold_of_another_version_is_rebuilt_by_itself_and_readers_have_the_old_view_until_then()
    {
        var stream = NewStream(_tenant);
        await using (var before = await Start())
        {
            await before.Store.Append(stream, 0, Note(1));
            await Eventually.Is(async () => await Page(before, _tenant, stream.Id) is { Count: 1 }, "the view");
        }

        await _database.AsSuperuser($"update subscription_checkpoints set version = 0 where name = '{Projection}'");
        await _database.AsSuperuser("update read_ledger_page set data = jsonb_set(data, '{Count}', '77')");
        (await new Views(_database.Source, new ProjectionCatalog(typeof(Ledger).Assembly), new(_database.Keys)).Find<LedgerPage>(_tenant, stream.Id, default))!
            .Count.Should().Be(77);

        await using var after = await Start();
        await Eventually.Is(async () => await Page(after, _tenant, stream.Id) is { Count: 1 }, "the view of the new fold");
        (await _database.AsSuperuser($"select version from subscription_checkpoints where name = '{Projection}'")).Should().Be(1);
    }

    [Fact]
    public async Task A_rebuild_that_was_cut_off_goes_on_where_it_stood()
    {
        var stream = NewStream(_tenant);
        await using (var before = await Start())
        {
            await before.Store.Append(stream, 0, Note(1), Note(2));
            await Eventually.Is(async () => await Page(before, _tenant, stream.Id) is { Count: 2 }, "the view");
        }

        // As a kill leaves it: begun, and the first event folded.
        await _database.AsSuperuser($"update subscription_checkpoints set rebuild_wanted_at = now() where name = '{Projection}'");
        await _database.AsSuperuser(
            $"""
            insert into subscription_checkpoints (name, transaction_id, seq_id, slot, version)
            select '{Projection}/rebuild', transaction_id, seq_id, 1, 1 from mt_events order by seq_id limit 1
            """);
        await _database.AsSuperuser(
            """
            insert into read_ledger_page (tenant_id, slot, key, sort_key, tags, data, sequence)
            select tenant_id, 1, key, '00000001', '{}', data || '{"Count": 1, "Sum": 1, "Latest": 1}', sequence from read_ledger_page
            """);

        await using var after = await Start();
        await Done();
        (await Page(after, _tenant, stream.Id)).Should().Be(new LedgerPage(stream.Id, 2, 3, 2, null));
    }

    [Fact]
    public async Task Nothing_is_rebuilt_that_does_not_exist()
    {
        await using var node = await Start();
        (await node.Get<ISubscriptions>().Rebuild("nobody", default)).Refusal!.Kind.Should().Be(RefusalKind.NotFound);
    }

    private Task<HubNode> Start() => HubNode.Start(_database, more: null, typeof(Ledger).Assembly);

    private static Task<LedgerPage?> Page(HubNode node, TenantId tenant, Guid id) => node.Get<IViews>().Find<LedgerPage>(tenant, id, default);

    private Task Done() => Eventually.Is(
        async () => await _database.AsSuperuser(
            $"select count(*) from subscription_checkpoints where name = '{Projection}/rebuild' or (name = '{Projection}' and rebuild_wanted_at is not null)") is 0L,
        "the rebuild is done");
}
