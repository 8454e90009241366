using System.Collections.Concurrent;
using System.Diagnostics;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>Conversations of one firm as the store sees them: opened once, then messages sent.</summary>
internal sealed class ConversationStreams(IEventStore events, TenantId? tenant = null)
{
    private const int LongestStream = 100;

    private readonly TenantId _tenant = tenant ?? new(Guid.NewGuid());
    private readonly ConcurrentBag<Stream> _idle = [];

    /// <summary>A stream whose rows show what an event weighs.</summary>
    public async Task<Guid> Sample(CancellationToken cancellationToken)
    {
        var stream = new Stream();
        await Append(stream, 10, cancellationToken);
        return stream.Id;
    }

    /// <summary>One transaction of so many events, on a stream that no other writer is at.</summary>
    public Func<Task> Writer(int perTransaction, CancellationToken cancellationToken) => async () =>
    {
        var stream = _idle.TryTake(out var idle) ? idle : new Stream();
        await Append(stream, perTransaction, cancellationToken);
        if (stream.Version < LongestStream)
        {
            _idle.Add(stream);
        }
    };

    /// <summary>Fifty streams of this length, and how the next of them is loaded and folded, whole.</summary>
    public async Task<(IReadOnlyList<Guid> Streams, Func<Task> LoadNext)> Loading(int length, CancellationToken cancellationToken)
    {
        var streams = Enumerable.Range(0, 50).Select(_ => new Stream()).ToArray();
        foreach (var stream in streams)
        {
            await Append(stream, length, cancellationToken);
        }

        var loaded = 0;
        return ([.. streams.Select(stream => stream.Id)], () => events.Present(
            new StreamId(_tenant, "conversation", streams[loaded++ % streams.Length].Id), Conversation.Decider, cancellationToken));
    }

    /// <summary>How the client's next message is taken into a conversation of so many messages: loaded, folded, decided, appended.</summary>
    /// <param name="messages">Appended beforehand.</param>
    /// <param name="atMost">After so many more, the next conversation of that length has its turn.</param>
    /// <param name="conversations">How many there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Func<Task>> Receiving(int messages, int atMost, int conversations, CancellationToken cancellationToken)
    {
        var streams = Enumerable.Range(0, conversations).Select(_ => new Stream()).ToArray();
        foreach (var stream in streams)
        {
            for (var done = 0; done <= messages; done += 1_000)
            {
                await Append(stream, Math.Min(1_000, messages + 1 - done), cancellationToken);
            }
        }

        var received = 0;
        return async () =>
        {
            var stream = streams[received++ / atMost];
            var decided = await events.Transact(
                new StreamId(_tenant, "conversation", stream.Id), Conversation.Decider, Received(stream),
                new Provenance(Actor.Client(stream.Client), new CauseId(Guid.NewGuid()), stream.Id, About: stream.Client), cancellationToken);
            if (decided.IsRefused)
            {
                throw new UnreachableException("A message is never refused.");
            }
        };
    }

    /// <summary>Whole conversations that were held at the same time: ten events of each after ten of the others.</summary>
    public async Task HoldTogether(int conversations, int length, CancellationToken cancellationToken)
    {
        var held = Enumerable.Range(0, conversations).Select(_ => new Stream()).ToArray();
        for (var version = 0; version < length; version += 10)
        {
            foreach (var stream in held)
            {
                await Append(stream, Math.Min(10, length - version), cancellationToken);
            }
        }
    }

    /// <summary>One conversation, and how its next event is appended.</summary>
    public (StreamId Stream, Func<Task> AppendNext) Single(CancellationToken cancellationToken)
    {
        var stream = new Stream();
        return (new StreamId(_tenant, "conversation", stream.Id), () => Append(stream, 1, cancellationToken));
    }

    private static ConversationCommand.Receive Received(Stream stream)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(
            new ChannelId(stream.Id), stream.Client, Personal.Of(stream.Client, "•••1234"),
            new MessageReceived(
                new ConversationId(stream.Id), new MessageId(Guid.NewGuid()), new BlindIndex(Guid.NewGuid().ToString("N")), "text",
                new ContentRef(stream.Client, Guid.NewGuid()), 12, now, now, OpensWindow: true, RepliesTo: null));
    }

    private async Task Append(Stream stream, int count, CancellationToken cancellationToken)
    {
        var conversation = new ConversationId(stream.Id);
        IDomainEvent[] appended =
        [
            .. Enumerable.Range((int)stream.Version, count).Select(IDomainEvent (version) => version == 0
                ? new ConversationOpened(conversation, new ChannelId(stream.Id), stream.Client, Personal.Of(stream.Client, "•••1234"))
                : new MessageSent(conversation, new OutboundMessageId(Guid.NewGuid()), new BlindIndex(Guid.NewGuid().ToString("N")), TimeProvider.System.GetUtcNow())),
        ];
        var work = new UnitOfWork(
            new Provenance(Actor.System("bench"), new CauseId(Guid.NewGuid()), stream.Id, Guid.NewGuid(), About: stream.Client),
            [new StreamAppend(new StreamId(_tenant, "conversation", stream.Id), stream.Version, appended)]);
        if (await events.Append(work, cancellationToken) is not AppendOutcome.Appended)
        {
            throw new UnreachableException("Nobody else writes to this stream.");
        }

        stream.Version += count;
    }

    private sealed class Stream
    {
        public Guid Id { get; } = Guid.NewGuid();

        public DataSubjectId Client { get; } = new(Guid.NewGuid());

        public long Version { get; set; }
    }
}
