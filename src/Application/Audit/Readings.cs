using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Audit;

/// <summary>
/// Records who is shown what of a client, before it is shown. Each reading is a stream of its own under an id that follows from what it is, so
/// it is appended without looking anything up, and the same reading recorded twice is one (decision 31).
/// </summary>
public sealed class Readings(IEventStore events, RecentReadings recent, TimeProvider clock)
{
    // A page of the inbox shows many clients, and an event is about one.
    private const int ClientsAtOnce = 8;

    /// <summary>Opens what is to be shown while its reading is being recorded; the answer is there when both are done, or neither.</summary>
    public async Task<T> Record<T>(Caller caller, IEnumerable<Shown> shown, Func<Task<T>> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        var opened = open();
        await Task.WhenAll(Record(caller, shown, cancellationToken), opened);
        return await opened;
    }

    /// <summary>Records what is new of it to this reader.</summary>
    public Task Record(Caller caller, IEnumerable<Shown> shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var unknown = shown.Where(one => !recent.Knows(caller.Tenant, caller.Actor, one.Content)).Distinct()
            .GroupBy(one => (one.Client, one.Conversation), one => one.Content).ToArray();
        return unknown.Length == 0
            ? Task.CompletedTask
            : Parallel.ForEachAsync(
                unknown,
                new ParallelOptions { MaxDegreeOfParallelism = ClientsAtOnce, CancellationToken = cancellationToken },
                async (reading, cancelled) => await Append(caller, reading.Key.Client, reading.Key.Conversation, [.. reading], cancelled));
    }

    /// <summary>Records that a client's whole number is about to be shown: every time, and for a reason.</summary>
    public Task RecordNumber(
        Caller caller, DataSubjectId client, ConversationId conversation, CauseId cause, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return Append(
            ReadingStream.Of(caller.Tenant, cause),
            caller.Does(cause, client, reason) with { Correlation = conversation.Value },
            [new NumberRevealed(client, conversation)],
            cancellationToken);
    }

    /// <summary>Records that a link to a file is about to be given: every time.</summary>
    public Task RecordLink(Caller caller, KeptFile file, DateTimeOffset until, CauseId cause, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(file);
        return Append(
            ReadingStream.Of(caller.Tenant, cause),
            caller.Does(cause, file.Content.Subject, caller.Purpose) with { Correlation = file.Conversation.Value },
            [new MediaLinkIssued(file.Content.Subject, file.Conversation, file.Asset, until)],
            cancellationToken);
    }

    private async Task Append(
        Caller caller, DataSubjectId client, ConversationId? conversation, ContentSeen[] contents, CancellationToken cancellationToken)
    {
        var cause = CauseOf(caller, client, conversation, contents);
        await Append(
            ReadingStream.Of(caller.Tenant, cause),
            caller.Does(cause, client, caller.Purpose) with { Correlation = conversation?.Value ?? client.Value },
            [.. contents.Chunk(ContentRead.Most).Select(chunk => new ContentRead(client, conversation, chunk))],
            cancellationToken);
        recent.Remember(caller.Tenant, caller.Actor, contents);
    }

    private async Task Append(StreamId stream, Provenance provenance, IReadOnlyList<ReadingEvent> readings, CancellationToken cancellationToken)
    {
        var outcome = await events.Append(
            new UnitOfWork(provenance, [new StreamAppend(stream, ExpectedVersion: 0, readings)]), cancellationToken);
        if (outcome is AppendOutcome.Conflict)
        {
            throw new InvalidOperationException($"The stream {stream.Id} of a reading holds something else.");
        }
    }

    /// <summary>The same on every node, so that two nodes that show the same page to the same reader at the same time record it once.</summary>
    private CauseId CauseOf(Caller caller, DataSubjectId client, ConversationId? conversation, IEnumerable<ContentSeen> contents)
    {
        var span = clock.GetUtcNow().UtcTicks / RecentReadings.Span.Ticks;
        var what = contents.Select(content => $"{content.Kind}/{content.Id:N}/{content.Version}").Order(StringComparer.Ordinal);
        return CauseId.Of(string.Create(
            CultureInfo.InvariantCulture, $"reading/{caller.Tenant}/{caller.Actor}/{client}/{conversation}/{span}/{string.Join(',', what)}"));
    }
}
