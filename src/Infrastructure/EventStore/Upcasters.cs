using System.Text.Json.Nodes;
using Lawyers.Hub.Domain;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>How the body of an older shape becomes the next one; a stored event itself is never edited.</summary>
/// <param name="From">Stored name of the older shape, such as <c>time_entry_approved</c>.</param>
/// <param name="To">Stored name of the next, such as <c>time_entry_approved_v2</c>.</param>
/// <param name="Type">The event's class, in its newest shape.</param>
/// <param name="Change">Pure, from body to body.</param>
public sealed record Upcaster(string From, string To, Type Type, Func<JsonObject, JsonObject> Change)
{
    public static Upcaster For<TEvent>(string from, string to, Func<JsonObject, JsonObject> change)
        where TEvent : IDomainEvent => new(from, to, typeof(TEvent), change);
}

/// <summary>Every change of meaning an event has gone through. The newest name is the one that is written.</summary>
public static class Upcasters
{
    public static IReadOnlyList<Upcaster> All { get; } = [];
}
