using System.Diagnostics;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Tickets;

/// <summary>A complaint on its way through the states of its definition. A person moves it; the client hears of each step.</summary>
public abstract record Ticket
{
    public static readonly Decider<Ticket, TicketCommand, TicketEvent> Decider = new(new Absent(), Decide, Evolve);

    private Ticket()
    {
    }

    public static Result<TicketEvent[]> Decide(Ticket ticket, TicketCommand command) => (ticket, command) switch
    {
        (Absent, TicketCommand.Open c) => Record(new TicketOpened(
            c.Id, c.Client, c.Conversation, c.Intake, c.Number, c.Definition, c.Flow.Open, c.Category, c.Region, c.Urgency, c.Language)),
        (Absent, _) => TicketRefusals.NotFound,
        (Known, TicketCommand.Open) => Record(),
        (Known t, TicketCommand.Move c) when !c.Flow.States.Contains(c.To) => TicketRefusals.StateUnknown,
        (Known t, TicketCommand.Move c) when t.State == c.To => Record(), // a second click changes nothing
        (Known t, TicketCommand.Move c) => c.Flow.Step(t.State, c.To) is { } step
            ? Take(t, step, c.Flow, c.Roles, c.Note, c.Reason)
            : TicketRefusals.NoSuchStep,
        (Known t, TicketCommand.Reopen c) => c.Flow.WayBack(t.State) is { } step
            ? Take(t, step, c.Flow, c.Roles, note: null, c.Reason)
            : TicketRefusals.NothingToReopen,
        (Known t, TicketCommand.AddMedia c) => t.Media.Contains(c.Media.Media)
            ? Record()
            : Record(new TicketMediaAdded(t.Id, t.Client, t.Conversation, c.Media)),
        (Known t, TicketCommand.AskStatus) => Record(new TicketStatusAsked(t.Id, t.Client, t.Conversation, t.State)),
        _ => throw new UnreachableException($"{command.GetType().Name} on {ticket.GetType().Name}"),
    };

    public static Ticket Evolve(Ticket ticket, TicketEvent @event) => (ticket, @event) switch
    {
        (Absent, TicketOpened e) => new Known(e.Ticket, e.Client, e.Conversation, e.Intake, e.Number, e.Definition, e.State, e.Language, []),
        (Known t, TicketStatusChanged e) => t with { State = e.To },
        (Known t, TicketMediaAdded e) => t with { Media = [.. t.Media, e.Media.Media] },
        (Known t, TicketStatusAsked) => t,
        _ => throw new UnreachableException($"{@event.GetType().Name} after {ticket.GetType().Name}"),
    };

    private static Result<TicketEvent[]> Take(
        Known ticket, TicketTransition step, TicketFlow flow, IReadOnlySet<Tenancy.Role> roles, string? note, string? reason)
    {
        if (!step.By.Any(roles.Contains))
        {
            return TicketRefusals.NotYours;
        }

        if (step.NoteRequired && string.IsNullOrWhiteSpace(note))
        {
            return TicketRefusals.NoteMissing;
        }

        if (step.ReasonRequired && string.IsNullOrWhiteSpace(reason))
        {
            return TicketRefusals.ReasonMissing;
        }

        return Record(new TicketStatusChanged(
            ticket.Id, ticket.Client, ticket.Conversation, step.From, step.To,
            string.IsNullOrWhiteSpace(note) ? null : Personal.Of(ticket.Client, note.Trim()),
            flow.IsClosed(step.To), flow.IsBack(step), step.NotifiesClient));
    }

    private static Result<TicketEvent[]> Record(params TicketEvent[] events) => events;

    public sealed record Absent : Ticket;

    public sealed record Known(
        TicketId Id,
        DataSubjectId Client,
        ConversationId Conversation,
        IntakeId Intake,
        string Number,
        PinnedDefinition Definition,
        string State,
        string Language,
        IReadOnlyList<Guid> Media) : Ticket;
}
