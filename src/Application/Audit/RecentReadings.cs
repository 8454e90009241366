using System.Collections.Concurrent;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Audit;

/// <summary>
/// What this process has recorded of late, so that a page that asks for the same again and again is one reading. Whoever is forgotten too
/// early is recorded once more, never once less.
/// </summary>
public sealed class RecentReadings(TimeProvider clock)
{
    /// <summary>The same reader and the same content within this time are one reading (decision 31).</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(30);

    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(TenantId Tenant, Actor Reader, ContentSeen Content), DateTimeOffset> _recorded = new();

    public bool Knows(TenantId tenant, Actor reader, ContentSeen content) =>
        _recorded.TryGetValue((tenant, reader, content), out var at) && clock.GetUtcNow() - at < Span;

    /// <summary>To be called once it is stored, not before: what is remembered here is shown without asking the store.</summary>
    public void Remember(TenantId tenant, Actor reader, IEnumerable<ContentSeen> contents)
    {
        var now = clock.GetUtcNow();
        foreach (var content in contents)
        {
            _recorded[(tenant, reader, content)] = now;
        }

        if (_recorded.Count > Most)
        {
            Forget(now);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (reading, at) in _recorded)
        {
            if (now - at >= Span)
            {
                _recorded.TryRemove(reading, out _);
            }
        }

        if (_recorded.Count > Most)
        {
            _recorded.Clear();
        }
    }
}
