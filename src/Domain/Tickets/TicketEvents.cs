using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Tickets;

/// <summary>What happens to one complaint between its submission and its end.</summary>
public abstract record TicketEvent(TicketId Ticket, DataSubjectId Client, ConversationId Conversation) : IDomainEvent;

/// <summary>A client's complaint was submitted and has its public number.</summary>
/// <param name="Intake">The interview that holds its answers.</param>
/// <param name="Number">Public number, such as <c>LAP-20261121-001</c>.</param>
/// <param name="Definition">The version whose states it moves through, whatever is published later.</param>
/// <param name="State">The first of them.</param>
/// <param name="Category">The value chosen where the definition first lets the client choose what it is about; none where it does not.</param>
/// <param name="Region">Code of the regency, else the province; none where neither an answer nor the address names one.</param>
/// <param name="Urgency">The most pressing flag that the answers raised.</param>
/// <param name="Language">The client's, for everything the client is told.</param>
public sealed record TicketOpened(
    TicketId Ticket,
    DataSubjectId Client,
    ConversationId Conversation,
    IntakeId Intake,
    string Number,
    PinnedDefinition Definition,
    string State,
    string? Category,
    string? Region,
    Urgency Urgency,
    string Language) : TicketEvent(Ticket, Client, Conversation);

/// <summary>A person moved the complaint on; a reason, where one was asked for, stands in the event's metadata.</summary>
/// <param name="Note">What was done, for the firm's own staff: the client hears published words only.</param>
/// <param name="Closes">Nothing more is to be done in the new state, unless somebody reopens it.</param>
/// <param name="Reopens">It went back to an earlier state.</param>
/// <param name="TellsClient">The client is told of the new state.</param>
public sealed record TicketStatusChanged(
    TicketId Ticket,
    DataSubjectId Client,
    ConversationId Conversation,
    string From,
    string To,
    Personal<string>? Note,
    bool Closes,
    bool Reopens,
    bool TellsClient) : TicketEvent(Ticket, Client, Conversation);

/// <summary>The client sent another picture or document for a complaint that was already submitted.</summary>
/// <param name="Media">Names the message of the conversation that it came with.</param>
public sealed record TicketMediaAdded(TicketId Ticket, DataSubjectId Client, ConversationId Conversation, Attachment Media)
    : TicketEvent(Ticket, Client, Conversation);

/// <summary>The client asked how far it is, and is told.</summary>
/// <param name="State">Where it was at that moment.</param>
public sealed record TicketStatusAsked(TicketId Ticket, DataSubjectId Client, ConversationId Conversation, string State)
    : TicketEvent(Ticket, Client, Conversation);
