using System.Globalization;
using System.Net.Http.Headers;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Benchmarks.Store;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Benchmarks.Outbound;

/// <summary>
/// What no hub can do without that sends nothing twice: an event that is durable before Meta is asked, the asking, and the answer's two
/// events. No gate is asked, nothing is read, nobody follows the log.
/// </summary>
internal sealed class LeastSend(IEventStore events, HttpClient meta, string path, byte[] body)
{
    private const int AtOnce = 64;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    private readonly TenantId _tenant = new(Guid.NewGuid());
    private int _wamids;

    /// <returns>Sends a second by their events alone, and by all of it.</returns>
    public static async Task<(double Events, double Whole)> Rates(
        DurableCluster cluster, Uri meta, (string Path, byte[] Body) post, CancellationToken cancellationToken)
    {
        await using var store = await StoreUnderTest.Start(await cluster.Database("least", cancellationToken), cancellationToken);
        using var client = new HttpClient { BaseAddress = meta };
        var least = new LeastSend(store.Services.GetRequiredService<IEventStore>(), client, post.Path, post.Body);
        await Appending.Rate(AtOnce, Length, least.Turns(asking: true, cancellationToken), cancellationToken); // does not count
        return (
            await Appending.Rate(AtOnce, Length, least.Turns(asking: false, cancellationToken), cancellationToken),
            await Appending.Rate(AtOnce, Length, least.Turns(asking: true, cancellationToken), cancellationToken));
    }

    private Func<Task> Turns(bool asking, CancellationToken cancellationToken) => async () =>
    {
        var (message, conversation) = (new OutboundMessageId(Guid.NewGuid()), new ConversationId(Guid.NewGuid()));
        var outbound = new StreamId(_tenant, "outbound_message", message.Value);
        await Append(conversation, [new(outbound, 0, [new OutboundSending(message, conversation)])], cancellationToken);
        if (asking)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await meta.PostAsync(path, content, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        }

        var wamid = new BlindIndex(Interlocked.Increment(ref _wamids).ToString("x64", CultureInfo.InvariantCulture));
        await Append(
            conversation,
            [
                new(outbound, 1, [new OutboundAccepted(message, conversation, wamid)]),
                new(new StreamId(_tenant, "conversation", conversation.Value), 0, [new MessageSent(conversation, message, wamid, TimeProvider.System.GetUtcNow())]),
            ],
            cancellationToken);
    };

    private async Task Append(ConversationId conversation, IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        var outcome = await events.Append(
            new UnitOfWork(new Provenance(Actor.System("bench"), new CauseId(Guid.NewGuid()), conversation.Value), appends), cancellationToken);
        if (outcome is not AppendOutcome.Appended)
        {
            throw new BenchmarkException($"The events of a send were not appended: {outcome}.");
        }
    }
}
