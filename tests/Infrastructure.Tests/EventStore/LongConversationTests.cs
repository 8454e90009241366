using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>What a command on a conversation reads is counted by the server, and does not grow with the conversation.</summary>
public sealed class LongConversationTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    // A tail of this length lies after the snapshot of every conversation here that is longer than one.
    private const int Tail = 9;

    private readonly TenantId _tenant = NewTenant();

    [Fact]
    public async Task A_command_reads_no_more_rows_after_ten_thousand_messages_than_after_a_thousand()
    {
        var read = new Dictionary<int, (long Receive, long Status, long Words)>();
        foreach (var messages in new[] { 1_000, 10_000 })
        {
            var conversation = await Conversation(messages);
            read.Add(messages, (
                await RowsRead(1, store => Receive(store, conversation)),
                await RowsRead(1, store => Status(store, conversation)),
                await RowsRead(0, store => LookBack(store, conversation))));
        }

        // The server also counts a row that an index still pointed to in passing: one more or less says nothing.
        read[10_000].Receive.Should().BeLessThanOrEqualTo(read[1_000].Receive + 3).And.BeLessThanOrEqualTo(Transaction.LongestTail + 3);
        read[10_000].Status.Should().BeLessThanOrEqualTo(read[1_000].Status + 3).And.BeLessThanOrEqualTo(Transaction.LongestTail + 6);
        read[10_000].Words.Should().BeLessThanOrEqualTo(60);
    }

    private static async Task Receive(PostgresEventStore store, ConversationId conversation, TenantId tenant) =>
        (await store.Transact(
            ConversationStream.Of(tenant, conversation), Domain.Conversations.Conversation.Decider, Received(conversation),
            By("tests", about: Client(conversation)), CancellationToken.None)).OrThrow();

    private Task Receive(PostgresEventStore store, ConversationId conversation) => Receive(store, conversation, _tenant);

    /// <summary>Of the very first message.</summary>
    private async Task Status(PostgresEventStore store, ConversationId conversation)
    {
        var decided = await store.Transact(
            By("tests"),
            transaction => transaction.RecordStatus(_tenant, new ConversationCommand.RecordStatus(
                conversation, Sent(conversation, 0), Message: null, DeliveryStatus.Read, Code: null, Monday)),
            CancellationToken.None);
        decided.OrThrow().Should().ContainSingle().Which.Should().BeOfType<MessageRead>();
    }

    private async Task LookBack(PostgresEventStore store, ConversationId conversation) =>
        (await store.LoadBackwards(ConversationStream.Of(_tenant, conversation), StreamBound.Whole, CancellationToken.None).Take(5).ToListAsync())
            .Should().HaveCount(5);

    /// <summary>So many messages sent, and then some received.</summary>
    private async Task<ConversationId> Conversation(int messages)
    {
        var conversation = new ConversationId(Guid.NewGuid());
        var stream = ConversationStream.Of(_tenant, conversation);
        var client = Client(conversation);
        ConversationEvent[] events =
        [
            new ConversationOpened(conversation, new ChannelId(conversation.Value), client, Personal.Of(client, "•••1234")),
            .. Enumerable.Range(0, messages).Select(n => new MessageSent(conversation, new OutboundMessageId(Guid.NewGuid()), Sent(conversation, n), Monday)),
        ];
        await RowsRead(events.Length + Tail + 1, async store =>
        {
            var version = 0L;
            foreach (var chunk in events.Chunk(1_000))
            {
                await store.Append(Work(By("tests", about: client), new StreamAppend(stream, version, chunk)), CancellationToken.None);
                version += chunk.Length;
            }

            for (var i = 0; i <= Tail; i++)
            {
                await Receive(store, conversation, _tenant); // the first of these leaves the snapshot
            }
        });
        return conversation;
    }

    /// <summary>Rows of events that the server fetched while <paramref name="work"/> appended so many.</summary>
    private async Task<long> RowsRead(int appended, Func<PostgresEventStore, Task> work)
    {
        var (fetched, inserted) = await Statistics();
        await using (var source = new HubDataSource(database.Connections.Runtime))
        {
            await work(database.Store(source));
        }

        // A session's figures arrive together when it ends, with those of what it wrote.
        var mine = 0L;
        await Eventually.Is(
            async () =>
            {
                var now = await Statistics();
                mine = now.Fetched - fetched;
                return now.Inserted - inserted == appended && mine > 0;
            },
            "the figures of the sessions that are over");
        return mine;
    }

    private async Task<(long Fetched, long Inserted)> Statistics()
    {
        var figures = (string)(await database.AsSuperuser(
            "select coalesce(idx_tup_fetch, 0) + seq_tup_read || ' ' || n_tup_ins from pg_stat_user_tables where relname = 'mt_events'"))!;
        var parts = figures.Split(' ');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static ConversationCommand.Receive Received(ConversationId conversation) => new(
        new ChannelId(conversation.Value), Client(conversation), Personal.Of(Client(conversation), "•••1234"),
        new MessageReceived(
            conversation, new MessageId(Guid.NewGuid()), new BlindIndex(Guid.NewGuid().ToString("N")), "text", null, 3, Monday, Monday,
            OpensWindow: true, RepliesTo: null));

    private static BlindIndex Sent(ConversationId conversation, int number) => new($"{conversation}-{number}");

    private static DataSubjectId Client(ConversationId conversation) => new(conversation.Value);
}
