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
internal sealed class ConversationStreams(IEventStore events)
{
    private const int LongestStream = 100;

    private readonly TenantId _tenant = new(Guid.NewGuid());
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

    /// <summary>The mean time of loading and folding a stream of this length.</summary>
    public async Task<(double Milliseconds, IReadOnlyList<Guid> Streams)> Loading(int length, TimeSpan time, CancellationToken cancellationToken)
    {
        var streams = Enumerable.Range(0, 50).Select(_ => new Stream()).ToArray();
        foreach (var stream in streams)
        {
            await Append(stream, length, cancellationToken);
        }

        var loaded = 0;
        var clock = Stopwatch.StartNew();
        for (; clock.Elapsed < time; loaded++)
        {
            var stream = new StreamId(_tenant, "conversation", streams[loaded % streams.Length].Id);
            _ = await events.Present(stream, Conversation.Decider, cancellationToken);
        }

        return (clock.Elapsed.TotalMilliseconds / loaded, [.. streams.Select(stream => stream.Id)]);
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
