using System.Collections.Immutable;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>One ticket as the read table keeps it: notes still sealed, the words of its states left in its definition.</summary>
public sealed record TicketCard(
    TicketId Id,
    DataSubjectId Client,
    ConversationId Conversation,
    IntakeId Intake,
    string Number,
    PinnedDefinition Definition,
    string State,
    string? Category,
    string? Region,
    Urgency Urgency,
    string Language,
    DateTimeOffset OpenedAt)
{
    public bool IsClosed { get; init; }

    public DateTimeOffset UpdatedAt { get; init; } = OpenedAt;

    public ImmutableList<TicketStep> Steps { get; init; } = [];

    public ImmutableList<TicketMedia> Media { get; init; } = [];
}

/// <param name="Event">Of the change; what the client was told follows from it.</param>
/// <param name="By">The actor's text.</param>
public sealed record TicketStep(
    Guid Event, string From, string To, string By, DateTimeOffset At, Personal<string>? Note, string? Reason, bool Reopens, bool TellsClient);

public sealed record TicketMedia(Attachment Attachment, DateTimeOffset At);
