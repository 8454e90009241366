using System.Text.Json.Nodes;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Notifications;

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
    public static IReadOnlyList<Upcaster> All { get; } =
    [
        Upcaster.For<NotificationRulesPublished>("notification_rules_published", "notification_rules_published_v2", SwitchedOff),
    ];

    // All occasions there were when firms first published rules. A rule left out was a rule switched off then; what came later, nobody had decided on.
    private static readonly Occasion[] First =
    [
        Occasion.ClockHalfSpent, Occasion.ClockBreached, Occasion.IntakeSubmitted, Occasion.ReplyToApprove,
        Occasion.MessageFailed, Occasion.TemplateStopped, Occasion.ChannelTroubled,
    ];

    private static JsonObject SwitchedOff(JsonObject rules)
    {
        var decided = rules["Rules"]!.AsArray().Select(rule => (string)rule!["Occasion"]!).ToHashSet();
        rules["Off"] = new JsonArray([.. First.Select(occasion => occasion.ToString()).Where(occasion => !decided.Contains(occasion)).Select(occasion => JsonValue.Create(occasion))]);
        return rules;
    }
}
