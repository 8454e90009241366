using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// How long the dialogue waits for what a client may still add: several short messages are one answer. Nothing waits where the window is zero.
/// </summary>
/// <param name="Window">After the last message.</param>
/// <param name="Longest">After the first, however much follows.</param>
public sealed record Batching(TimeSpan Window, TimeSpan Longest)
{
    public static readonly Batching Default = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20));

    public static readonly Batching None = new(TimeSpan.Zero, TimeSpan.Zero);

    public bool Waits => Window > TimeSpan.Zero;

    public DateTimeOffset DueAt(DateTimeOffset first, DateTimeOffset last) =>
        first + Longest < last + Window ? first + Longest : last + Window;
}

/// <summary>What counts for a firm.</summary>
public interface IBatchingTerms
{
    Batching Of(TenantId tenant);
}

/// <summary>As the installation is configured.</summary>
public sealed class SameForEveryFirm(Batching batching) : IBatchingTerms
{
    public Batching Of(TenantId tenant) => batching;
}
