using Lawyers.Hub.Application.EventStore;

namespace Lawyers.Hub.Application.Projections;

/// <summary>
/// A view of some page: which documents an event belongs to, and what becomes of each. A pure fold; the engine loads, writes and
/// moves the checkpoint.
/// </summary>
public abstract class Projection<TView>
    where TView : class
{
    /// <summary>Name of the read table and of the shard, in snake_case.</summary>
    public abstract string Name { get; }

    /// <summary>To be raised with every change of what the fold makes of past events: the view is then rebuilt beside the live one.</summary>
    public virtual int Version => 1;

    public abstract IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope);

    /// <summary>The document after the event; <c>null</c> takes it off the page.</summary>
    public abstract TView? Evolve(DocumentKey key, TView? view, EventEnvelope envelope);

    /// <summary>Lists are ordered by this text, ordinally, then by key.</summary>
    public abstract string SortKey(TView view);

    /// <summary>What a list can be narrowed by, as <c>name:value</c> of harmless values.</summary>
    public virtual IEnumerable<string> Tags(TView view) => [];
}

/// <summary>A document's name within its tenant and view.</summary>
public readonly record struct DocumentKey(Guid Value);
