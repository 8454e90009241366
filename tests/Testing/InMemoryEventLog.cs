using System.Runtime.CompilerServices;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Serialization;

namespace Lawyers.Hub.Testing;

/// <summary>The log of an <see cref="InMemoryEventStore"/>, its events as they would be stored.</summary>
public sealed class InMemoryEventLog(InMemoryEventStore store) : IEventLog
{
    private readonly InMemorySubjectKeyRing _keys = new();

    public async IAsyncEnumerable<StoredEvent> Read(
        TenantId tenant, EventFilter filter, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var json = new StoredJson(_keys);
        var ordered = filter.NewestFirst ? store.All.Reverse() : store.All;
        var matching = ordered.Where(envelope => envelope.Tenant == tenant && Matches(envelope, filter)).Take(limit ?? int.MaxValue);
        foreach (var envelope in matching)
        {
            if (envelope.About is { } subject)
            {
                await json.EnsureKey(tenant, subject, cancellationToken);
            }

            yield return new StoredEvent(
                envelope.Sequence, envelope.Stream.Id, envelope.Stream.Type, envelope.Version, envelope.Type, json.WriteEvent(envelope.Event), tenant,
                envelope.At, envelope.Actor.Text, envelope.Reason, envelope.Correlation, envelope.Causation, envelope.About, HashHex: string.Empty, envelope.EventId);
        }
    }

    private static bool Matches(EventEnvelope envelope, EventFilter filter) =>
        (filter.Stream is null || envelope.Stream.Id == filter.Stream)
        && (filter.StreamType is null || envelope.Stream.Type == filter.StreamType)
        && (filter.Types is null or { Count: 0 } || filter.Types.Contains(envelope.Type))
        && (filter.Actor is null || envelope.Actor.Text == filter.Actor)
        && (filter.Subject is null || envelope.About == filter.Subject)
        && !(envelope.At < filter.From)
        && !(envelope.At > filter.To)
        && (filter.After == 0 || (filter.NewestFirst ? envelope.Sequence < filter.After : envelope.Sequence > filter.After));
}
