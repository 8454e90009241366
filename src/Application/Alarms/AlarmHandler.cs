using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Alarms;

/// <summary>What is done when an alarm of one kind rings, as the clock that rings them sees it.</summary>
public interface IAlarmHandler
{
    Type Alarm { get; }

    Task<Rung> Ring(TenantId tenant, string kind, Guid key, DateTimeOffset dueAt, IAlarm alarm, CancellationToken cancellationToken);
}

/// <summary>
/// Does what is due: issues commands under <see cref="DueAlarm{TAlarm}.Cause"/> and writes nothing else. Called at least once for each moment
/// an alarm is set to, late ones too; what it throws is recorded, and it is called again after a while.
/// </summary>
public abstract class AlarmHandler<TAlarm> : IAlarmHandler
    where TAlarm : class, IAlarm
{
    public Type Alarm => typeof(TAlarm);

    public Task<Rung> Ring(TenantId tenant, string kind, Guid key, DateTimeOffset dueAt, IAlarm alarm, CancellationToken cancellationToken) =>
        Ring(new DueAlarm<TAlarm>(tenant, kind, key, dueAt, (TAlarm)alarm), cancellationToken);

    protected abstract Task<Rung> Ring(DueAlarm<TAlarm> due, CancellationToken cancellationToken);
}

/// <summary>What came of an alarm.</summary>
/// <param name="AgainAt">Set if it was too early after all: it rings again then, unless the log moves it.</param>
public readonly record struct Rung(DateTimeOffset? AgainAt)
{
    /// <summary>Done, or nothing left to do: it is silent until the log sets it to another moment.</summary>
    public static Rung Done => default;

    /// <summary>Not yet.</summary>
    public static Rung NotBefore(DateTimeOffset moment) => new(moment);
}
