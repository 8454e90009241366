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
                var isSilent = _rung.TryGetValue(place, out var rung) && rung.DueAt == dueAt && !(rung.AgainAt <= now);
                if (dueAt <= now && !isSilent)
                {
                    var outcome = await handler.Ring(tenant, views.NameOf(handler.Alarm), key, dueAt, alarm, CancellationToken.None);
                    _rung[place] = (dueAt, outcome.AgainAt);
                    any = true;
                }
            }
        }

        return any;
    }
}
