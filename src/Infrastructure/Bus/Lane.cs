using System.Diagnostics;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>A lane that this worker holds. What it may still do in it depends on the lease, which the worker renews.</summary>
/// <param name="Topic">The topic itself, or its <see cref="RetryTopic"/>.</param>
internal sealed record Lane(TenantId Tenant, string Topic, string Key)
{
    /// <summary>What consumers, bodies, dead letters and metrics know it as.</summary>
    public string Origin => RetryTopic.OriginOf(Topic);
}

/// <summary>The first messages of a lane.</summary>
/// <param name="Published">How often the lane had been published to when they were read.</param>
/// <param name="Messages">In the order of the lane.</param>
/// <param name="IsAll">None came after them.</param>
internal sealed record LaneHead(long Published, IReadOnlyList<WaitingMessage> Messages, bool IsAll);

/// <summary>A message as it waits in its lane.</summary>
internal sealed record WaitingMessage(long Position, Guid Id, byte[] SealedBody, int Attempts)
{
    /// <summary>When, by the stopwatch of this process: so many ticks ago as the database says that it waits.</summary>
    public long Published { get; init; } = Stopwatch.GetTimestamp();
}

/// <summary>How a lane stands after a message of it was handled.</summary>
internal enum LaneAfter
{
    /// <summary>More may wait in it.</summary>
    Open,

    /// <summary>It was the last one, and the lane is given back.</summary>
    Closed,

    /// <summary>Another worker has it; the message is that one's to finish.</summary>
    Lost,
}
