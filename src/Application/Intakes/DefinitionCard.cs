using System.Collections.Immutable;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>One definition of a firm as the list of definitions keeps it.</summary>
public sealed record DefinitionCard(string Key, string DraftHash, DateTimeOffset DraftedAt)
{
    public ImmutableList<PublishedCard> Published { get; init; } = [];

    public bool IsRetired { get; init; }
}

public sealed record PublishedCard(int Version, string Hash, DefinitionKind Kind, Bilingual Title, DateTimeOffset At, string By);

internal sealed class DefinitionProjection : Projection<DefinitionCard>
{
    public override string Name => "intake_definition";

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is IntakeDefinitionEvent e
        ? [new DocumentKey(DefinitionStream.KeyOf(envelope.Tenant, e.Key))]
        : [];

    public override DefinitionCard? Evolve(DocumentKey key, DefinitionCard? view, EventEnvelope envelope) => envelope.Event switch
    {
        DefinitionDrafted e => (view ?? new DefinitionCard(e.Key, e.Hash, envelope.At)) with { DraftHash = e.Hash, DraftedAt = envelope.At },
        DefinitionPublished e when view is not null => view with
        {
            Published = view.Published.Add(new PublishedCard(e.Version, e.Hash, e.Kind, e.Title, envelope.At, envelope.Actor.Text)),
            IsRetired = false,
        },
        DefinitionRetired when view is not null => view with { IsRetired = true },
        _ => view,
    };

    public override string SortKey(DefinitionCard view) => view.Key;
}
