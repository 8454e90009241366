using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Conversations;

public sealed class PresenceTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly MovedClock _clock = new(Monday);
    private readonly TenantId _tenant = NewTenant();
    private readonly ConversationId _conversation = new(Guid.NewGuid());
    private readonly StaffId _maria = new(Guid.NewGuid());
    private readonly StaffId _budi = new(Guid.NewGuid());

    [Fact]
    public async Task Whoever_has_a_conversation_open_is_seen_on_every_node_until_they_leave()
    {
        await using var one = await Start();
        await using var other = await Start();
        await Eventually.Is(
            async () =>
            {
                await one.Get<IPresence>().Announce(_tenant, _conversation, _maria, leaves: false, default);
                return Here(other).Contains(_maria);
            },
            "the other node has heard");
        await other.Get<IPresence>().Announce(_tenant, _conversation, _budi, leaves: false, default);
        await Eventually.Is(() => Here(one).Count == 2, "both are here");
        one.Get<IPresence>().Here(NewTenant(), _conversation).Should().BeEmpty();

        await one.Get<IPresence>().Announce(_tenant, _conversation, _maria, leaves: true, default);

        await Eventually.Is(() => Here(other).SequenceEqual([_budi]), "Maria has left");
    }

    [Fact]
    public async Task Whoever_says_nothing_for_a_while_is_taken_for_gone()
    {
        await using var node = await Start();
        await node.Get<IPresence>().Announce(_tenant, _conversation, _maria, leaves: false, default);
        Here(node).Should().Equal(_maria);

        _clock.Move(TimeSpan.FromMinutes(1));

        Here(node).Should().BeEmpty();
    }

    private IReadOnlyCollection<StaffId> Here(HubNode node) => node.Get<IPresence>().Here(_tenant, _conversation);

    private Task<HubNode> Start() => HubNode.Start(database, services => services.AddSingleton<TimeProvider>(_clock));
}
