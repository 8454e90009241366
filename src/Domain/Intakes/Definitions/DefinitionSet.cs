using System.Collections.Immutable;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>One version of a definition, by name.</summary>
public readonly record struct PinnedDefinition(string Key, int Version);

/// <summary>The versions that one session runs on: where it starts, and everything it can reach from there.</summary>
public sealed record DefinitionSet(string Start, ImmutableSortedDictionary<string, Definition> ByKey)
{
    public Definition this[string key] => ByKey[key];

    public IReadOnlyList<PinnedDefinition> Pins => [.. ByKey.Values.Select(definition => new PinnedDefinition(definition.Key, definition.Version))];

    /// <summary><c>null</c> where one of the definitions that <paramref name="start"/> leads to is not among <paramref name="available"/>.</summary>
    public static DefinitionSet? From(string start, Func<string, Definition?> available)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, Definition>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var key))
        {
            if (found.ContainsKey(key))
            {
                continue;
            }

            if (available(key) is not { } definition)
            {
                return null;
            }

            found.Add(key, definition);
            foreach (var next in definition.GotoKeys)
            {
                open.Enqueue(next);
            }
        }

        return new DefinitionSet(start, found.ToImmutable());
    }

    public bool IsPinnedAs(IReadOnlyList<PinnedDefinition> pins) => Pins.SequenceEqual(pins);
}
