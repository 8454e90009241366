using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Notifications;

/// <summary>What becomes of something that staff was told: that it waits and where, and nothing of what it is.</summary>
public abstract record NotificationEvent(NotificationId Notification) : IDomainEvent;

/// <summary>Something waits for somebody of the firm, and they are told.</summary>
/// <param name="Recipients">Who is told at once.</param>
/// <param name="Later">Who is told too from the first repetition on.</param>
/// <param name="RepeatEvery">Said again after so long, until somebody has seen it.</param>
/// <param name="At">When it happened.</param>
public sealed record NotificationRaised(
    NotificationId Notification,
    Occasion Occasion,
    Place Place,
    IReadOnlyList<StaffId> Recipients,
    IReadOnlyList<StaffId> Later,
    IReadOnlyList<Means> By,
    TimeSpan? RepeatEvery,
    DateTimeOffset At) : NotificationEvent(Notification);

/// <summary>How much waits for the one person who is told, in numbers alone.</summary>
public sealed record NotificationWaitingCounted(NotificationId Notification, IReadOnlyList<WaitingCount> Waiting) : NotificationEvent(Notification);

/// <summary>Nobody has seen it yet, and it is said again.</summary>
/// <param name="Round">1 for the first repetition.</param>
/// <param name="Recipients">Who is told this time.</param>
public sealed record NotificationRepeated(NotificationId Notification, int Round, IReadOnlyList<StaffId> Recipients, DateTimeOffset At)
    : NotificationEvent(Notification);

/// <summary>Somebody is about to be told by a means that leaves the hub; it is never tried a second time in the same round.</summary>
public sealed record NotificationSending(NotificationId Notification, StaffId Staff, Means By, int Round) : NotificationEvent(Notification);

/// <summary>The next machine on the way took it over.</summary>
public sealed record NotificationDelivered(NotificationId Notification, StaffId Staff, Means By, int Round) : NotificationEvent(Notification);

/// <summary>It did not leave, or nobody knows whether it did.</summary>
public sealed record NotificationFailed(NotificationId Notification, StaffId Staff, Means By, int Round, DeliveryTrouble Trouble)
    : NotificationEvent(Notification);

/// <summary>One of those who were told has seen it; nobody is told again.</summary>
public sealed record NotificationSeen(NotificationId Notification, StaffId Staff, DateTimeOffset At) : NotificationEvent(Notification);

/// <summary>What it told of waits no more.</summary>
public sealed record NotificationClosed(NotificationId Notification, DateTimeOffset At) : NotificationEvent(Notification);

/// <summary>The firm says from here on who is told what, and how.</summary>
/// <param name="Duty">The lawyers on duty; none: all of them.</param>
/// <param name="Rules">What it decided; every occasion named neither here nor in <paramref name="Off"/> goes as usual.</param>
/// <param name="Off">Of these nobody is told.</param>
public sealed record NotificationRulesPublished(
    int Version, IReadOnlyList<StaffId> Duty, IReadOnlyList<NotificationRule> Rules, IReadOnlyList<Occasion> Off) : IDomainEvent;

/// <summary>Where it waits.</summary>
/// <param name="Id">Of the conversation, intake, reply, template or number; of the firm for its front page and its ledger.</param>
/// <param name="Subject">What waits there; what ends its waiting names it.</param>
public sealed record Place(PlaceKind Kind, Guid Id, Guid Subject, ConversationId? Conversation);

public enum PlaceKind
{
    Conversation,
    Intake,
    Reply,
    Template,
    Channel,
    Ticket,

    /// <summary>The firm's ledger.</summary>
    Ledger,

    /// <summary>The front page, where all that waits is listed.</summary>
    Home,
}

public enum DeliveryTrouble
{
    /// <summary>This installation sends no mail.</summary>
    NotConfigured,

    /// <summary>The person left, or has no address.</summary>
    NoAddress,

    /// <summary>The next machine did not answer.</summary>
    Unreachable,

    /// <summary>The next machine would not take it.</summary>
    Refused,

    /// <summary>The hub stopped in the middle of it: it may have left.</summary>
    Interrupted,
}
