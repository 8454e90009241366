using System.Diagnostics;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Assist;

/// <summary>What assist says: class or draft, score, evidence, model. Assist has no command but <see cref="SuggestionCommand.Offer"/>.</summary>
public abstract record Suggestion
{
    public static readonly Decider<Suggestion, SuggestionCommand, SuggestionEvent> Decider = new(new Absent(), Decide, Evolve);

    private Suggestion()
    {
    }

    public static Result<SuggestionEvent[]> Decide(Suggestion suggestion, SuggestionCommand command) => (suggestion, command) switch
    {
        (Absent, SuggestionCommand.Offer c) => Record(c.Suggestion),
        (_, SuggestionCommand.Offer) => Record(),
        (Absent, _) => NotFound,
        (Offered o, SuggestionCommand.Use c) => Record(c.Distance == 0
            ? new SuggestionAccepted(o.Id, o.Conversation, c.By)
            : new SuggestionEdited(o.Id, o.Conversation, c.By, c.Distance)),
        (Offered o, SuggestionCommand.Dismiss c) => Record(new SuggestionDismissed(o.Id, o.Conversation, c.By)),
        (Answered, _) => Record(), // the first answer stands
        _ => throw new UnreachableException($"{command.GetType().Name} on {suggestion.GetType().Name}"),
    };

    public static Suggestion Evolve(Suggestion suggestion, SuggestionEvent @event) => (suggestion, @event) switch
    {
        (Absent, SuggestionOffered e) => new Offered(e.Suggestion, e.Conversation, e),
        (Offered o, SuggestionAccepted or SuggestionEdited or SuggestionDismissed) => new Answered(o.Id),
        _ => throw new UnreachableException($"{@event.GetType().Name} after {suggestion.GetType().Name}"),
    };

    private static readonly Refusal NotFound = Refusal.NotFound("suggestion_not_found", "There is no such suggestion in this firm.");

    private static Result<SuggestionEvent[]> Record(params SuggestionEvent[] events) => events;

    public sealed record Absent : Suggestion;

    public sealed record Offered(SuggestionId Id, ConversationId Conversation, SuggestionOffered What) : Suggestion;

    public sealed record Answered(SuggestionId Id) : Suggestion;
}

public abstract record SuggestionCommand
{
    private SuggestionCommand()
    {
    }

    public sealed record Offer(SuggestionOffered Suggestion) : SuggestionCommand;

    /// <param name="Distance">Words changed before it was used; 0 means taken as it stood.</param>
    public sealed record Use(StaffId By, int Distance) : SuggestionCommand;

    public sealed record Dismiss(StaffId By) : SuggestionCommand;
}
