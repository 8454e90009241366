using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>Whatever happened in a conversation: its state from a snapshot and the tail is its state from the whole stream.</summary>
public sealed class SnapshotHistoryTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    /// <summary>What happens next; numbers choose among few messages and few people.</summary>
    private sealed record Happening(int Kind, int Message, int Person, DeliveryStatus Status, int Minutes);

    private static readonly Gen<Happening> Any =
        from kind in Gen.Frequency((4, Gen.Constant(0)), (4, Gen.Constant(1)), (1, Gen.Constant(2)), (1, Gen.Constant(3)), (1, Gen.Constant(4)), (1, Gen.Constant(5)))
        from message in Gen.Choose(0, 40)
        from person in Gen.Choose(0, 2)
        from status in Gen.Elements(Enum.GetValues<DeliveryStatus>())
        from minutes in Gen.Choose(-600, 600)
        select new Happening(kind, message, person, status, minutes);

    private readonly PostgresEventStore _store = database.Store();

    [Fact]
    public void The_state_from_snapshot_and_tail_is_the_state_from_the_whole_stream() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(8),
            Prop.ForAll(Any.ListOf(220).ToArbitrary(), happenings => Agree([.. happenings]).GetAwaiter().GetResult()));

    private async Task<bool> Agree(Happening[] happenings)
    {
        var tenant = NewTenant();
        var conversation = new ConversationId(Guid.NewGuid());
        var stream = ConversationStream.Of(tenant, conversation);
        var fromSnapshots = 0;
        for (var i = 0; i < happenings.Length; i++)
        {
            await Happen(tenant, conversation, happenings[i]);
            if (i % 10 != 0)
            {
                continue;
            }

            var tail = await database.Store().LoadTail(ConversationStream.Tail(tenant, conversation), CancellationToken.None);
            fromSnapshots += tail.Snapshot is null ? 0 : 1;
            tail.Events.Count.Should().BeLessThanOrEqualTo(Transaction.LongestTail);
            tail.Fold(Conversation.Decider).Should().Be(await Whole(stream)).And.Be(await AtHand(stream));
        }

        fromSnapshots.Should().BePositive("else nothing was compared");
        await database.AsSuperuser($"delete from stream_snapshots where tenant_id = '{tenant}'");
        (await AtHand(stream)).Should().Be(await Whole(stream));
        for (var i = 0; i <= Transaction.LongestTail; i++)
        {
            await Happen(tenant, conversation, new Happening(0, 0, 0, DeliveryStatus.Sent, 0));
        }

        (await database.AsSuperuser($"select count(*) from stream_snapshots where tenant_id = '{tenant}'")).Should().Be(1L, "it was made anew");
        return true;
    }

    private Task<Conversation> AtHand(StreamId stream) => _store.Present(stream, Conversation.Decider, CancellationToken.None);

    private async Task<Conversation> Whole(StreamId stream) => Conversation.Decider.Fold(
        (await _store.Load(stream, StreamBound.Whole, CancellationToken.None)).Select(envelope => (ConversationEvent)envelope.Event));

    private async Task Happen(TenantId tenant, ConversationId conversation, Happening happening)
    {
        var stream = ConversationStream.Of(tenant, conversation);
        var staff = new StaffId(new Guid(happening.Person + 1, 0, 0, new byte[8]));
        var client = new DataSubjectId(conversation.Value);
        var at = Monday.AddMinutes(happening.Minutes);
        var provenance = By("tests", about: client);
        var decided = happening.Kind == 1
            ? await _store.Transact(
                provenance,
                transaction => transaction.RecordStatus(tenant, new ConversationCommand.RecordStatus(
                    conversation, new BlindIndex($"b{happening.Message}"),
                    happening.Message % 4 == 0 ? null : new OutboundMessageId(new Guid(happening.Message, 0, 0, new byte[8])), happening.Status, null, at)),
                CancellationToken.None)
            : await _store.Transact(
                stream, Conversation.Decider,
                happening.Kind switch
                {
                    2 => new ConversationCommand.TakeOver(staff),
                    3 => new ConversationCommand.GiveBack(staff),
                    4 => new ConversationCommand.GiveBack(null),
                    5 => new ConversationCommand.MarkSeen(staff),
                    _ => new ConversationCommand.Receive(
                        new ChannelId(tenant.Value), client, Personal.Of(client, "•••1234"),
                        new MessageReceived(
                            conversation, new MessageId(Guid.NewGuid()), new BlindIndex(Guid.NewGuid().ToString("N")), "text", null, 3, at, at,
                            OpensWindow: happening.Message % 3 != 0, RepliesTo: null)),
                },
                provenance, CancellationToken.None);
        decided.Refusal?.Kind.Should().NotBe(RefusalKind.Conflict, "nobody else writes here");
    }
}
