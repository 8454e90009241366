using System.Collections.Immutable;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.Matters;

/// <summary>One matter with all that its page shows, names still sealed.</summary>
public sealed record MatterCard(MatterId Id, DateTimeOffset NamedAt)
{
    public string? Number { get; init; }

    public Personal<string>? Title { get; init; }

    public DataSubjectId? Client { get; init; }

    public MatterState State { get; init; } = MatterState.Proposed;

    public string PracticeArea { get; init; } = string.Empty;

    public StaffId? Responsible { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public ConversationId? Conversation { get; init; }

    public IntakeId? Intake { get; init; }

    public ImmutableList<PartyLine> Parties { get; init; } = [];

    public CheckLine Check { get; init; } = new(ConflictState.NotRun, [], null, null, null);

    public FeeArrangement? Fee { get; init; }

    /// <summary>Approved and on no invoice.</summary>
    public int UnbilledMinutes { get; init; }

    /// <summary>Suggested or drafted, not yet decided.</summary>
    public ImmutableHashSet<TimeEntryId> OpenTime { get; init; } = [];

    /// <summary>Drafted or approved, not yet issued.</summary>
    public ImmutableHashSet<InvoiceId> OpenInvoices { get; init; } = [];

    public Personal<string>? ClientName => Parties.FirstOrDefault(party => party.Side == PartySide.Client)?.Name;

    public IReadOnlyCollection<LooseEnd> LooseEnds() =>
    [
        .. OpenInvoices.IsEmpty ? Array.Empty<LooseEnd>() : [LooseEnd.OpenInvoice],
        .. OpenTime.IsEmpty ? Array.Empty<LooseEnd>() : [LooseEnd.UnapprovedTime],
        .. UnbilledMinutes == 0 ? Array.Empty<LooseEnd>() : [LooseEnd.UnbilledTime],
    ];
}

public sealed record PartyLine(PartyId Id, Personal<string> Name, PartySide Side, string Role);

public sealed record CheckLine(ConflictState State, IReadOnlyList<ConflictHit> Hits, StaffId? DecidedBy, DateTimeOffset? DecidedAt, string? Reason);

public enum MatterState
{
    Proposed,
    Open,
    Closed,
}

public enum ConflictState
{
    NotRun,
    Hits,
    Clear,
    Waived,
    Declined,
}
