namespace Lawyers.Hub.Domain.Notifications;

/// <summary>When something happens: who is told, how, and how often until somebody has seen it.</summary>
/// <param name="To">Who is told at once.</param>
/// <param name="Later">Who is told too once it has to be said again.</param>
/// <param name="RepeatAfter">After so long without anybody having seen it, it is said again; none: it is said once.</param>
public sealed record NotificationRule(
    Occasion Occasion, IReadOnlyList<Audience> To, IReadOnlyList<Audience> Later, IReadOnlyList<Means> By, TimeSpan? RepeatAfter)
{
    public bool Equals(NotificationRule? other) =>
        other is not null && Occasion == other.Occasion && RepeatAfter == other.RepeatAfter
        && To.SequenceEqual(other.To) && Later.SequenceEqual(other.Later) && By.SequenceEqual(other.By);

    public override int GetHashCode() => HashCode.Combine(Occasion, To.Count, Later.Count, By.Count, RepeatAfter);
}

/// <summary>What happened that somebody of the firm has to know of.</summary>
public enum Occasion
{
    CriticalFlag,
    ClockHalfSpent,
    ClockBreached,
    IntakeSubmitted,
    ReplyToApprove,

    /// <summary>A complaint was submitted and has its number.</summary>
    ComplaintReceived,

    /// <summary>The service window closes within two hours and the client still waits for an answer.</summary>
    WindowClosing,

    /// <summary>The client wrote while a reply waited for its approval.</summary>
    ReplyStale,
    MessageFailed,
    TemplateStopped,

    /// <summary>Meta rates a number worse, or reports a problem of it.</summary>
    ChannelTroubled,

    /// <summary>Meta refuses everything from a number: its token, permission, payment or account has to be mended.</summary>
    ChannelStopped,

    /// <summary>Clients' reactions made Meta rate a template worse; a red one is about to be paused.</summary>
    TemplateRatedWorse,

    /// <summary>The key that signs the ledger was replaced.</summary>
    KeyRotated,

    /// <summary>Once on a working day: how much waits for one person, and where.</summary>
    DailyDigest,
}

public enum Audience
{
    /// <summary>Whoever holds the conversation or has it assigned; the duty where nobody has.</summary>
    Assigned,

    /// <summary>The lawyers on duty; all of them where the firm named none.</summary>
    Duty,
    Lawyers,
    Paralegals,
    Admins,
    Auditors,
}

public enum Means
{
    /// <summary>The bell; what else is done, it stands there.</summary>
    Dashboard,

    /// <summary>The bell rings aloud.</summary>
    Sound,
    Email,

    /// <summary>A template to the number that the staff member gave; who gave none is not told this way.</summary>
    WhatsApp,
}
