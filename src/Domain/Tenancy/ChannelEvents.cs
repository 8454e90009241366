namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>What Meta says of one of the firm's numbers, or of the account that it belongs to.</summary>
/// <param name="At">Meta's time.</param>
public abstract record ChannelEvent(ChannelId Channel, DateTimeOffset At) : IDomainEvent;

/// <summary>Meta rates the number otherwise, or lets it send more or less.</summary>
/// <param name="Change">Meta's word, such as <c>FLAGGED</c>, <c>DOWNGRADE</c>, <c>THROUGHPUT_UPGRADE</c>.</param>
/// <param name="Limit">How many people may be written to in a day, such as <c>TIER_10K</c>; none where Meta does not say.</param>
public sealed record ChannelQualityChanged(ChannelId Channel, string Change, string? Limit, DateTimeOffset At) : ChannelEvent(Channel, At);

/// <summary>Meta decided on the name that clients see beside the number.</summary>
/// <param name="Decision">Meta's word, such as <c>APPROVED</c>, <c>REJECTED</c>.</param>
/// <param name="Reason">Meta's word for why not; none where it has none.</param>
public sealed record ChannelNameReviewed(ChannelId Channel, string Decision, string? Name, string? Reason, DateTimeOffset At) : ChannelEvent(Channel, At);

/// <summary>Meta reported a problem of the number that belongs to no single message.</summary>
/// <param name="Codes">Meta's error codes.</param>
public sealed record ChannelProblemReported(ChannelId Channel, IReadOnlyList<int> Codes, DateTimeOffset At) : ChannelEvent(Channel, At);

/// <summary>Meta told something of the account that has no event of its own; it is kept as itself.</summary>
/// <param name="Field">Meta's name of what changed, such as <c>account_update</c>.</param>
/// <param name="What">Meta's word for it, such as <c>ACCOUNT_RESTRICTION</c>; none where there was none that could be one.</param>
/// <param name="Severity">Of an alert.</param>
/// <param name="RawPayload">Where the bytes lie, sealed, for seven days.</param>
public sealed record AccountNoticeReceived(ChannelId Channel, string Field, string? What, string? Severity, Guid RawPayload, DateTimeOffset At)
    : ChannelEvent(Channel, At);
