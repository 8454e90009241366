using System.Reflection;
using Lawyers.Hub.Application.Projections;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>Every <see cref="Projection{TView}"/> of some assemblies, each with its read table. A projection is pure, so it needs nothing to be made.</summary>
public sealed class ProjectionCatalog
{
    private readonly Dictionary<Type, RegisteredProjection> _byView = [];

    /// <exception cref="InvalidOperationException">Two projections share a name or a view.</exception>
    public ProjectionCatalog(params IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            if (ViewOf(type) is { } view)
            {
                var registered = (RegisteredProjection)Activator.CreateInstance(
                    typeof(RegisteredProjection<>).MakeGenericType(view), Activator.CreateInstance(type, nonPublic: true))!;
                if (!_byView.TryAdd(view, registered) || All.Count(other => other.Table.Projection == registered.Table.Projection) > 1)
                {
                    throw new InvalidOperationException($"{type.Name} shares its view or its name {registered.Table.Projection} with another projection.");
                }
            }
        }
    }

    public IReadOnlyCollection<RegisteredProjection> All => _byView.Values;

    public IEnumerable<ReadTable> Tables => All.Select(projection => projection.Table);

    public ReadTable TableOf(Type view) => _byView.TryGetValue(view, out var projection)
        ? projection.Table
        : throw new InvalidOperationException($"No projection makes the view {view.Name}.");

    private static Type? ViewOf(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(Projection<>))
            {
                return ancestor.GenericTypeArguments[0];
            }
        }

        return null;
    }
}
