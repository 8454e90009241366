using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Stored name ↔ type, for every concrete event of the domain. Names are the class names in snake_case, as Marten makes them.</summary>
public sealed class EventCatalog : IEventNames
{
    private readonly Dictionary<Type, string> _names;
    private readonly Dictionary<string, Type> _types;
    private readonly Dictionary<string, Upcaster> _upcasters;

    /// <exception cref="InvalidOperationException">Two events have one name.</exception>
    public EventCatalog(IEnumerable<Assembly> assemblies, IReadOnlyList<Upcaster> upcasters)
    {
        _upcasters = upcasters.ToDictionary(upcaster => upcaster.From);
        var newest = upcasters.Where(upcaster => !_upcasters.ContainsKey(upcaster.To)).ToDictionary(upcaster => upcaster.Type, upcaster => upcaster.To);
        _names = assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDomainEvent)))
            .ToDictionary(type => type, type => newest.GetValueOrDefault(type) ?? SnakeCase(type.Name));
        var twice = _names.GroupBy(entry => entry.Value, entry => entry.Key).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new InvalidOperationException($"Two events are stored as {twice.Key}: {string.Join(" and ", twice.Select(type => type.FullName))}.");
        }

        _types = _names.ToDictionary(entry => entry.Value, entry => entry.Key);
    }

    /// <summary>The events of the domain.</summary>
    public static EventCatalog OfDomain() => new([typeof(IDomainEvent).Assembly], Upcasters.All);

    public IReadOnlyCollection<Type> Types => _names.Keys;

    /// <summary>Every name that may stand in the log: those that are written today, and the older shapes that upcasters read.</summary>
    public IEnumerable<string> Names => _types.Keys.Concat(_upcasters.Keys);

    /// <summary>Whether events are still written under this name.</summary>
    public bool IsWritten(string name) => _types.ContainsKey(name);

    public string NameOf(Type type) => _names.TryGetValue(type, out var name)
        ? name
        : throw new UnknownEventException($"{type.FullName} is not in the event catalogue.");

    /// <summary>What Marten reads first: class and assembly, without version or culture.</summary>
    public static string DotnetNameOf(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    /// <summary>The type whose own shape events of this name have; <c>null</c> where an upcaster comes first, or nothing reads them.</summary>
    public Type? TypeOfCurrent(string name) => _upcasters.Count > 0 && _upcasters.ContainsKey(name) ? null : _types.GetValueOrDefault(name);

    /// <summary>The type a stored event is read as, and its body in that type's shape.</summary>
    /// <exception cref="UnknownEventException">Nothing reads events of this name: the database is of a newer hub.</exception>
    public (Type Type, string Body) Read(string name, string body)
    {
        if (_upcasters.ContainsKey(name))
        {
            var changed = JsonNode.Parse(body)!.AsObject();
            while (_upcasters.TryGetValue(name, out var upcaster))
            {
                changed = upcaster.Change(changed);
                name = upcaster.To;
            }

            body = changed.ToJsonString();
        }

        return _types.TryGetValue(name, out var type)
            ? (type, body)
            : throw new UnknownEventException($"No event of this hub is stored as {name}.");
    }

    // Marten's own rule: a word begins where a small letter ends and before the last of several others (SLABreached, Form1770Filed).
    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && !char.IsLower(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}

/// <summary>A stored event, or a class, that the catalogue does not know.</summary>
public sealed class UnknownEventException(string message) : Exception(message);
