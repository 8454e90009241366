using System.Collections.Immutable;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>One conversation as the inbox keeps it: everything the list needs, with the words still sealed.</summary>
public sealed record InboxEntry(ConversationId Id, ChannelId Channel, DataSubjectId Client, Personal<string> Label, DateTimeOffset FirstInboundAt)
{
    public Personal<string>? Name { get; init; }

    public string Language { get; init; } = "id";

    public StaffId? Holder { get; init; }

    /// <summary>Somebody of the firm answers from WhatsApp's own application.</summary>
    public bool AnsweredByPhone { get; init; }

    public StaffId? Assignee { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public bool Resolved { get; init; }

    public bool Blocked { get; init; }

    /// <summary>What the firm owes here within a time.</summary>
    public ImmutableDictionary<ClockId, RunningClock> Clocks { get; init; } = ImmutableDictionary<ClockId, RunningClock>.Empty;

    public ConsentState Consent { get; init; } = ConsentState.None;

    public LastMessage? Last { get; init; }

    public DateTimeOffset? WindowOpenedAt { get; init; }

    public int Unread { get; init; }

    public MessageId? LastInbound { get; init; }

    public ImmutableHashSet<ReplyId> PendingReplies { get; init; } = [];

    public ImmutableList<RaisedFlag> Flags { get; init; } = [];

    public OfferedClass? Class { get; init; }

    /// <summary>One of the client's names is another client's too, and nobody has looked yet.</summary>
    public bool IdentityInDoubt { get; init; }

    public IntakeId? Intake { get; init; }

    public string? IntakeState { get; init; }

    public MatterId? Matter { get; init; }

    public string? MatterNumber { get; init; }

    public DateTimeOffset UpdatedAt { get; init; } = FirstInboundAt;

    public Standing Standing => Resolved ? Standing.Resolved : SnoozedUntil is null ? Standing.Open : Standing.Snoozed;

    /// <summary>The highest of the open flags and of what assist believes; assist can raise it and never lower it below a flag.</summary>
    public Urgency Urgency => Flags.Where(flag => flag.ClearedAt is null).Select(flag => flag.Urgency)
        .Append(Class?.Urgency ?? Urgency.Normal).Append(IdentityInDoubt ? Urgency.High : Urgency.Normal).Min();
}

public enum Standing
{
    Open,
    Snoozed,
    Resolved,
}

public enum ConsentState
{
    None,
    Asked,
    Granted,
    Refused,
    Withdrawn,
}

public sealed record RunningClock(ClockKind Kind, Urgency Urgency, DateTimeOffset StartedAt, ClockTimes Times, bool IsBreached);

/// <param name="Type">Meta's type name of an inbound message, our format of an outbound one.</param>
/// <param name="Echoed">Written by the firm past the hub; its content has the form of a client's.</param>
public sealed record LastMessage(bool Inbound, string Type, ContentRef? Content, DateTimeOffset At, bool Echoed = false);

public sealed record RaisedFlag(string Id, Urgency Urgency, DateTimeOffset RaisedAt, TimeSpan? Sla, DateTimeOffset? ClearedAt);

public sealed record OfferedClass(
    SuggestionId Suggestion, string Model, ClassLabels Labels, Urgency Urgency, double Score, Personal<IReadOnlyList<Evidence>>? Evidence, DateTimeOffset At);
