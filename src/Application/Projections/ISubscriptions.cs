using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Projections;

/// <summary>How far one follower of the log has come: a projection by its name, a policy as <c>policy/NAME</c>, a rebuild as <c>NAME/rebuild</c>.</summary>
/// <param name="Name">Of the follower.</param>
/// <param name="Sequence">Of the last event it has taken.</param>
/// <param name="Behind">At most so many events are left to take.</param>
/// <param name="MovedAt">When it last took something.</param>
/// <param name="Stopped">Set while it stands still before an event that it cannot take.</param>
public sealed record Subscription(string Name, long Sequence, long Behind, DateTimeOffset MovedAt, SubscriptionStop? Stopped);

/// <param name="At">Since when.</param>
/// <param name="Event">The sequence of the event it cannot take, where it is one event's fault.</param>
/// <param name="Reason">Why, without content of a client.</param>
public sealed record SubscriptionStop(DateTimeOffset At, long? Event, string Reason);

/// <summary>The followers of the log, of the whole installation: they are of no firm.</summary>
public interface ISubscriptions
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<Subscription>> List(CancellationToken cancellationToken);

    /// <summary>Has one that stands still try its event again, within a second or so; on one that runs nothing changes.</summary>
    /// <returns>Refused if nobody has this name.</returns>
    Task<Result<Nothing>> Resume(string name, CancellationToken cancellationToken);

    /// <summary>Has a view folded anew from the first event, beside the live one, which it replaces once it is as far.</summary>
    /// <returns>Refused if no projection has this name.</returns>
    Task<Result<Nothing>> Rebuild(string name, CancellationToken cancellationToken);
}
