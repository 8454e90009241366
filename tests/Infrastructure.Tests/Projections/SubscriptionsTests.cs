using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Projections;

public sealed class SubscriptionsTests : IAsyncLifetime
{
    private const string Projection = "ledger_page";

    private readonly HubDatabase _database = new();
    private readonly TenantId _tenant = NewTenant();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task One_that_cannot_take_an_event_stands_still_with_its_reason_and_goes_on_when_told_to()
    {
        await using var node = await HubNode.Start(_database, more: null, typeof(Ledger).Assembly);
        var subscriptions = node.Get<ISubscriptions>();
        var stream = NewStream(_tenant);
        await node.Store.Append(stream, 0, Note(1));
        await Eventually.Is(async () => await Page(node, stream.Id) is { Count: 1 }, "the view");
        (await Find(subscriptions)).Should().Match<Subscription>(found => found.Stopped == null && found.Behind == 0);

        await _database.AsSuperuser("alter table read_ledger_page add constraint small check ((data ->> 'Latest')::int < 10)");
        await node.Store.Append(stream, 1, Note(11));
        await Eventually.Is(async () => (await Find(subscriptions)).Stopped is not null, "it stands still");
        await node.Store.Append(stream, 2, Note(2));
        var stopped = await Find(subscriptions);
        stopped.Stopped!.Reason.Should().Contain("small");
        stopped.Behind.Should().BePositive();

        await _database.AsSuperuser("alter table read_ledger_page drop constraint small");
        (await subscriptions.Resume(Projection, default)).IsRefused.Should().BeFalse();

        await Eventually.Is(async () => await Page(node, stream.Id) is { Count: 3, Latest: 2 }, "it goes on long before it would by itself", TimeSpan.FromSeconds(15));
        (await Find(subscriptions)).Stopped.Should().BeNull();
    }

    [Fact]
    public async Task Nobody_resumes_what_does_not_exist()
    {
        await using var node = await HubNode.Start(_database, more: null, typeof(Ledger).Assembly);

        (await node.Get<ISubscriptions>().Resume("nobody", default)).Refusal!.Kind.Should().Be(RefusalKind.NotFound);
    }

    private static async Task<Subscription> Find(ISubscriptions subscriptions) =>
        (await subscriptions.List(default)).Single(subscription => subscription.Name == Projection);

    private Task<LedgerPage?> Page(HubNode node, Guid id) => node.Get<IViews>().Find<LedgerPage>(_tenant, id, default);
}
