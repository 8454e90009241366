using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Testing;

/// <summary>Rings what is due in views without a database: each alarm once for each moment it is set to, as the hub does.</summary>
public sealed class InMemoryAlarms(InMemoryViews views, params IReadOnlyList<IAlarmHandler> handlers)
{
    private readonly Dictionary<(Type Kind, TenantId Tenant, Guid Key), (DateTimeOffset DueAt, DateTimeOffset? AgainAt)> _rung = [];

    /// <returns>Whether anything rang.</returns>
    public async Task<bool> RingDue(DateTimeOffset now)
    {
        var any = false;
        foreach (var handler in handlers)
        {
            foreach (var (tenant, key, alarm) in views.AlarmsOf(handler.Alarm))
            {
                var (dueAt, place) = (alarm.DueAt!.Value, (handler.Alarm, tenant, key));
                if (RingsAt(place, dueAt) <= now)
                {
                    var outcome = await handler.Ring(tenant, views.NameOf(handler.Alarm), key, dueAt, alarm, CancellationToken.None);
                    _rung[place] = (dueAt, outcome.AgainAt);
                    any = true;
                }
            }
        }

        return any;
    }

    /// <summary>When the next of them rings; none while nothing is waited for.</summary>
    public DateTimeOffset? Next => handlers.Min(handler =>
        views.AlarmsOf(handler.Alarm).Min(set => RingsAt((handler.Alarm, set.Tenant, set.Key), set.Alarm.DueAt!.Value)));

    // Silent once it has rung for this moment, unless it was too early then.
    private DateTimeOffset? RingsAt((Type Kind, TenantId Tenant, Guid Key) place, DateTimeOffset dueAt) =>
        _rung.TryGetValue(place, out var rung) && rung.DueAt == dueAt ? rung.AgainAt : dueAt;
}
