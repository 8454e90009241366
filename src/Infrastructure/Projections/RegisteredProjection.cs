using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>A projection as the engine sees it: views are objects to be folded, stored and listed.</summary>
public abstract class RegisteredProjection(ReadTable table, int version, Type view)
{
    public ReadTable Table { get; } = table;

    public int Version { get; } = version;

    public Type View { get; } = view;

    internal abstract IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope);

    internal abstract object? Evolve(DocumentKey key, object? view, EventEnvelope envelope);

    internal abstract string SortKey(object view);

    internal abstract string[] Tags(object view);
}

#pragma warning disable CA1812 // made by ProjectionCatalog
internal sealed class RegisteredProjection<TView>(Projection<TView> projection) : RegisteredProjection(new ReadTable(projection.Name, typeof(TView).IsAssignableTo(typeof(IAlarm))), projection.Version, typeof(TView))
    where TView : class
#pragma warning restore CA1812
{
    internal override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => projection.KeysOf(envelope);

    internal override object? Evolve(DocumentKey key, object? view, EventEnvelope envelope) => projection.Evolve(key, (TView?)view, envelope);

    internal override string SortKey(object view) => projection.SortKey((TView)view);

    internal override string[] Tags(object view) => [.. projection.Tags((TView)view).Distinct().Order(StringComparer.Ordinal)];
}
