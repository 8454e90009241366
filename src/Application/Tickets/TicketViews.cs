using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>A code of the definition with what it is called.</summary>
public sealed record TicketCode(string Value, Bilingual Label);

/// <summary>One line of the tickets' list. It says nothing of the client.</summary>
/// <param name="Region">None where neither an answer nor the address names one.</param>
public sealed record TicketSummary(
    TicketId Id,
    string Number,
    string DefinitionKey,
    TicketCode State,
    bool IsClosed,
    TicketCode? Category,
    TicketCode? Region,
    Urgency Urgency,
    DateTimeOffset OpenedAt,
    DateTimeOffset UpdatedAt);

/// <summary>A ticket's page.</summary>
/// <param name="ClientLabel">The last digits of the number; a pseudonym for those who may not read content.</param>
/// <param name="Answers">What the client said, for those who may read content.</param>
/// <param name="Steps">How it moved, the first step first.</param>
/// <param name="Next">Where it can go from here; empty at a past moment.</param>
public sealed record TicketDetail(
    TicketSummary Ticket,
    Bilingual DefinitionTitle,
    int DefinitionVersion,
    ConversationId ConversationId,
    IntakeId IntakeId,
    DataSubjectId ClientId,
    string ClientLabel,
    IReadOnlyList<IntakeFlagView> Flags,
    IReadOnlyList<AnswerView> Answers,
    IReadOnlyList<TicketMediaView> Media,
    IReadOnlyList<TicketStepView> Steps,
    IReadOnlyList<TicketNextView> Next);

/// <param name="MessageId">The message of the conversation that it came with.</param>
public sealed record TicketMediaView(Guid MessageId, MediaKind Kind, DateTimeOffset At);

/// <param name="By">The staff member's name, else the actor.</param>
/// <param name="Note">For those who may read content, until the client is erased.</param>
public sealed record TicketStepView(
    TicketCode From, TicketCode To, string By, DateTimeOffset At, Personal<string>? Note, string? Reason, bool Reopens, TicketNoticeView? Told);

/// <param name="Text">In the client's language.</param>
/// <param name="ByTemplate">It went by the firm's template, because the service window had closed.</param>
/// <param name="State">How far the message got; none at a past moment.</param>
/// <param name="StateReason">Meta's code, or the gate that stopped it.</param>
public sealed record TicketNoticeView(string Text, bool ByTemplate, MessageState? State, string? StateReason);

/// <param name="Yours">Whether the caller's role may take this step.</param>
public sealed record TicketNextView(TicketCode To, bool NeedsNote, bool NeedsReason, bool Reopens, bool TellsClient, bool Yours);
