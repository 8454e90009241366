using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Projections;

namespace Lawyers.Hub.Testing;

/// <summary>Folds events into views at once: <c>store.Stored += views.Apply</c>.</summary>
public sealed class InMemoryViews(params Assembly[] assemblies) : IViews
{
    private readonly ProjectionCatalog _catalog = new(assemblies);
    private readonly ConcurrentDictionary<Type, ConcurrentDictionary<(TenantId Tenant, Guid Key), object>> _documents = new();

    public void Apply(EventEnvelope envelope)
    {
        foreach (var projection in _catalog.All)
        {
            foreach (var key in projection.KeysOf(envelope).Distinct())
            {
                var (documents, place) = (Of(projection.View), (envelope.Tenant, key.Value));
                if (projection.Evolve(key, documents.GetValueOrDefault(place), envelope) is { } view)
                {
                    documents[place] = view;
                }
                else
                {
                    documents.TryRemove(place, out _);
                }
            }
        }
    }

    /// <summary>All alarms of one kind that are set to a moment, the earliest first.</summary>
    internal IReadOnlyList<(TenantId Tenant, Guid Key, IAlarm Alarm)> AlarmsOf(Type kind) =>
    [
        .. Of(kind).Select(entry => (entry.Key.Tenant, entry.Key.Key, Alarm: (IAlarm)entry.Value))
            .Where(entry => entry.Alarm.DueAt is not null).OrderBy(entry => entry.Alarm.DueAt).ThenBy(entry => entry.Key),
    ];

    internal string NameOf(Type view) => _catalog.TableOf(view).Projection;

    /// <summary>A document out of nowhere, for tests that need no events.</summary>
    public void Put<TView>(TenantId tenant, Guid key, TView view)
        where TView : class => Of(typeof(TView))[(tenant, key)] = view;

    public Task<TView?> Find<TView>(TenantId tenant, Guid key, CancellationToken cancellationToken)
        where TView : class => Task.FromResult((TView?)Of(typeof(TView)).GetValueOrDefault((tenant, key)));

    public Task<Page<TView>> List<TView>(
        TenantId tenant, IReadOnlyCollection<string> tags, PageRequest page, CancellationToken cancellationToken)
        where TView : class
    {
        var projection = _catalog.All.Single(projection => projection.View == typeof(TView));
        var sorted = Of(typeof(TView)).Where(entry => entry.Key.Tenant == tenant)
            .Where(entry => tags.All(tag => projection.Tags(entry.Value).Contains(tag)))
            .Where(entry => page.From is not { } from || string.CompareOrdinal(projection.SortKey(entry.Value), from) >= 0)
            .Where(entry => page.Before is not { } before || string.CompareOrdinal(projection.SortKey(entry.Value), before) < 0)
            .OrderBy(entry => projection.SortKey(entry.Value), StringComparer.Ordinal).ThenBy(entry => entry.Key.Key.ToString("N"), StringComparer.Ordinal)
            .Select(entry => (TView)entry.Value).ToList();
        if (page.Descending)
        {
            sorted.Reverse();
        }

        var skipped = int.Parse(page.After ?? "0", CultureInfo.InvariantCulture);
        var items = sorted.Skip(skipped).Take(page.Limit).ToArray();
        var reached = skipped + items.Length;
        return Task.FromResult(new Page<TView>(items, reached < sorted.Count ? reached.ToString(CultureInfo.InvariantCulture) : null));
    }

    public Task<IReadOnlyDictionary<string, int>> Count<TView>(TenantId tenant, string prefix, CancellationToken cancellationToken)
        where TView : class
    {
        var projection = _catalog.All.Single(projection => projection.View == typeof(TView));
        return Task.FromResult<IReadOnlyDictionary<string, int>>(Of(typeof(TView))
            .Where(entry => entry.Key.Tenant == tenant)
            .SelectMany(entry => projection.Tags(entry.Value).Distinct())
            .Where(tag => tag.StartsWith(prefix, StringComparison.Ordinal))
            .CountBy(tag => tag)
            .ToDictionary(StringComparer.Ordinal));
    }

    private ConcurrentDictionary<(TenantId Tenant, Guid Key), object> Of(Type view) => _documents.GetOrAdd(view, _ => new());
}
