using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Alarms;

/// <summary>An alarm whose moment has come, or passed while nobody ran.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Kind">The name of its projection.</param>
/// <param name="Key">What it is about, under the projection's key.</param>
/// <param name="DueAt">The moment it was set to.</param>
/// <param name="Alarm">What the log said of it when it was read; whoever acts asks the aggregate.</param>
public sealed record DueAlarm<TAlarm>(TenantId Tenant, string Kind, Guid Key, DateTimeOffset DueAt, TAlarm Alarm)
    where TAlarm : class, IAlarm
{
    /// <summary>The same each time this alarm rings for this moment, on every node: what was done because of it is not done again.</summary>
    public CauseId Cause => CauseId.Of($"alarm/{Tenant}/{Kind}/{Key:D}/{DueAt.UtcTicks}");

    /// <summary>For what the alarm leads to, in the name of its kind.</summary>
    /// <param name="correlation">The story it belongs to.</param>
    /// <param name="causation">The event that set the alarm, where the alarm remembers it.</param>
    /// <param name="about">The client concerned.</param>
    public Provenance Provenance(Guid correlation, Guid? causation = null, DataSubjectId? about = null) =>
        new(Actor.System(Kind), Cause, correlation, causation, About: about);
}
