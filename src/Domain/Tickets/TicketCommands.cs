using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Tickets;

public abstract record TicketCommand
{
    private TicketCommand()
    {
    }

    /// <param name="Flow">Of the definition version that the interview ended in.</param>
    public sealed record Open(
        TicketId Id,
        DataSubjectId Client,
        ConversationId Conversation,
        IntakeId Intake,
        string Number,
        PinnedDefinition Definition,
        TicketFlow Flow,
        string? Category,
        string? Region,
        Urgency Urgency,
        string Language) : TicketCommand;

    /// <param name="Flow">Of the version that the ticket is pinned to.</param>
    /// <param name="Roles">Of the person who moves it.</param>
    public sealed record Move(string To, TicketFlow Flow, IReadOnlySet<Role> Roles, string? Note, string? Reason) : TicketCommand;

    /// <summary>Back to where it was worked on.</summary>
    public sealed record Reopen(TicketFlow Flow, IReadOnlySet<Role> Roles, string? Reason) : TicketCommand;

    public sealed record AddMedia(Attachment Media) : TicketCommand;

    public sealed record AskStatus : TicketCommand;
}
