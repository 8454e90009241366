using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>What is recorded of one message is found by its wamid, within its own conversation alone.</summary>
public sealed class MessageReadingTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private static readonly BlindIndex Received = new("a1");
    private static readonly BlindIndex Sent = new("b2");
    private static readonly BlindIndex Early = new("c3");

    private readonly PostgresEventStore _store = database.Store();

    [Fact]
    public async Task Only_the_events_of_the_wamid_come_back_in_order()
    {
        var stream = await Conversation(NewTenant());
        await Conversation(stream.Tenant);

        (await Of(stream, Received)).Should().ContainSingle().Which.Should().BeOfType<MessageReceived>();
        (await Of(stream, Sent)).Select(@event => @event.GetType()).Should().Equal(typeof(MessageSent), typeof(MessageDelivered), typeof(MessageRead));
        (await Of(stream, Early)).Should().ContainSingle().Which.Should().BeOfType<MessageStatusUnmatched>();
        (await Of(stream, new BlindIndex("d4"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Another_tenant_and_another_aggregate_of_the_same_id_hold_nothing_of_it()
    {
        var stream = await Conversation(NewTenant());

        (await Of(stream with { Tenant = NewTenant() }, Sent)).Should().BeEmpty();
        (await Of(stream with { Type = "matter" }, Sent)).Should().BeEmpty();
    }

    private async Task<IEnumerable<object>> Of(StreamId stream, BlindIndex wamid) =>
        (await _store.LoadMessage(stream, wamid, CancellationToken.None)).Select(envelope => envelope.Event);

    private async Task<StreamId> Conversation(TenantId tenant)
    {
        var id = new ConversationId(Guid.NewGuid());
        var client = new DataSubjectId(Guid.NewGuid());
        var message = new OutboundMessageId(Guid.NewGuid());
        var stream = new StreamId(tenant, "conversation", id.Value);
        ConversationEvent[] events =
        [
            new ConversationOpened(id, new ChannelId(Guid.NewGuid()), client, Personal.Of(client, "•••7890")),
            new MessageReceived(id, new MessageId(Guid.NewGuid()), Received, "text", null, 3, Monday, Monday, OpensWindow: true, RepliesTo: null),
            new MessageSent(id, message, Sent, Monday),
            new MessageStatusUnmatched(id, Early, DeliveryStatus.Read, null, Monday),
            new MessageDelivered(id, message, Sent, Monday),
            new MessageRead(id, message, Sent, Monday),
        ];
        (await _store.Append(Work(By("tests", about: client), new StreamAppend(stream, 0, events)), CancellationToken.None))
            .Should().BeOfType<AppendOutcome.Appended>();
        return stream;
    }
}
