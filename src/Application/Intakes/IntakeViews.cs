using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>One line of the intakes' list. The name only for those who may read content.</summary>
/// <param name="ClientLabel">The name once known, else the last digits of the number; a pseudonym for those who may not read content.</param>
/// <param name="TicketId">Of a submitted complaint: it is worked on there, and nobody decides on it here.</param>
public sealed record IntakeSummary(
    IntakeId Id,
    ConversationId ConversationId,
    DataSubjectId ClientId,
    Personal<string>? ClientName,
    string ClientLabel,
    string DefinitionKey,
    Bilingual DefinitionTitle,
    int Version,
    IntakeState State,
    string? Number,
    Urgency Urgency,
    IReadOnlyList<IntakeFlagView> Flags,
    IntakeProgress Progress,
    DateTimeOffset StartedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset UpdatedAt,
    TicketId? TicketId);

/// <summary>An intake's page.</summary>
public sealed record IntakeDetail(
    IntakeId Id,
    ConversationId ConversationId,
    DataSubjectId ClientId,
    Personal<string>? ClientName,
    string ClientLabel,
    string DefinitionKey,
    Bilingual DefinitionTitle,
    int Version,
    IntakeState State,
    string? Number,
    Urgency Urgency,
    IReadOnlyList<IntakeFlagView> Flags,
    IntakeProgress Progress,
    DateTimeOffset StartedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset UpdatedAt,
    TicketId? TicketId,
    IReadOnlyList<AnswerView> Answers,
    DecisionView? Decision,
    PendingQuestionView? PendingQuestion,
    bool PersonRequested,
    Concern? Concern,
    DateTimeOffset? PurgedAt);

/// <param name="Sla">Time until somebody must have reacted, ISO 8601.</param>
public sealed record IntakeFlagView(string Id, Urgency Urgency, DateTimeOffset RaisedAt, string Sla, DateTimeOffset? ClearedAt);

/// <param name="Value">Only for those who may read content, and until the client is erased; so is <paramref name="Display"/>.</param>
/// <param name="CorrectedFrom">What it said before.</param>
public sealed record AnswerView(
    string QuestionId,
    string DefinitionKey,
    Bilingual Question,
    string Type,
    Personal<AnswerValue>? Value,
    Personal<Bilingual>? Display,
    DataClass Data,
    DateTimeOffset AnsweredAt,
    Personal<Bilingual>? CorrectedFrom,
    bool ByStaff,
    IReadOnlyList<OptionView> Options);

/// <summary>One of the answers that a question offers.</summary>
public sealed record OptionView(string Value, Bilingual Label);

/// <param name="By">The staff member's name, else the actor.</param>
public sealed record DecisionView(IntakeState Kind, string By, DateTimeOffset At, string? Reason, MatterId? MatterId);

public sealed record PendingQuestionView(string QuestionId, string DefinitionKey, Bilingual Question);
