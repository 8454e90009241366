using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Matters;

/// <summary>One line of the matters' list. Names and title only for those who may read content.</summary>
public sealed record MatterSummary(
    MatterId Id,
    string? Number,
    string? Title,
    DataSubjectId? ClientId,
    string? ClientName,
    MatterState State,
    string PracticeArea,
    StaffName? Responsible,
    DateTimeOffset? OpenedAt,
    ConversationId? ConversationId,
    IntakeId? IntakeId,
    int UnbilledMinutes,
    long? HourlyRate);

/// <summary>A matter's page.</summary>
public sealed record MatterDetail(
    MatterId Id,
    string? Number,
    string? Title,
    DataSubjectId? ClientId,
    string? ClientName,
    MatterState State,
    string PracticeArea,
    StaffName? Responsible,
    DateTimeOffset? OpenedAt,
    ConversationId? ConversationId,
    IntakeId? IntakeId,
    int UnbilledMinutes,
    long? HourlyRate,
    IReadOnlyList<PartyView> Parties,
    ConflictCheckView ConflictCheck,
    FeeView? FeeArrangement,
    IReadOnlyList<HistoryLine> History);

public sealed record PartyView(PartyId Id, string? Name, PartySide Side, string Role);

public sealed record ConflictCheckView(
    ConflictState State, IReadOnlyList<ConflictHitView> Hits, StaffName? DecidedBy, DateTimeOffset? DecidedAt, string? Reason);

/// <summary>All that a hit shows of the other matter.</summary>
public sealed record ConflictHitView(string MatterNumber, PartySide Side, string? Responsible, NameMatch Match);

public sealed record FeeView(FeeKind Kind, long? HourlyRate, long? Amount, DateOnly From);

public sealed record HistoryLine(string Type, DateTimeOffset At, Actor Actor);
