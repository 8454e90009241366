using System.Collections.Concurrent;
using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Tests.EventStore;

namespace Lawyers.Hub.Infrastructure.Tests.Projections;

/// <summary>The tests' own view: what stands in a ledger.</summary>
public sealed record LedgerPage(Guid Id, int Count, long Sum, int Latest, Personal<string>? Name);

internal sealed class LedgerPageProjection : Projection<LedgerPage>
{
    public const int Poison = -13;
    public const int Gone = -1;

    public override string Name => "ledger_page";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) =>
        envelope.Event is LedgerNoted or LedgerNamed ? [new DocumentKey(envelope.Stream.Id)] : [];

    public override LedgerPage? Evolve(DocumentKey key, LedgerPage? view, EventEnvelope envelope)
    {
        var page = view ?? new LedgerPage(key.Value, 0, 0, 0, null);
        return envelope.Event switch
        {
            LedgerNoted { Number: Poison } => throw new InvalidOperationException("This projection cannot count to such a number."),
            LedgerNoted { Number: Gone } => null,
            LedgerNoted noted => page with { Count = page.Count + 1, Sum = page.Sum + noted.Number, Latest = noted.Number },
            LedgerNamed named => page with { Name = named.Name },
            _ => view,
        };
    }

    public override string SortKey(LedgerPage view) => view.Latest.ToString("D8", CultureInfo.InvariantCulture);

    public override IEnumerable<string> Tags(LedgerPage view) => [$"parity:{view.Latest % 2}", $"third:{view.Latest % 3}"];
}

/// <summary>A policy that remembers what it was called with and fails when told to.</summary>
public sealed class WatchingPolicy(Func<EventEnvelope, Exception?>? failure = null) : IPolicy
{
    public ConcurrentQueue<EventEnvelope> Seen { get; } = new();

    public string Name => "watching";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        Seen.Enqueue(envelope);
        return failure?.Invoke(envelope) is { } exception ? Task.FromException(exception) : Task.CompletedTask;
    }
}
