using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Alarms;

/// <summary>A due alarm as it lies in its read table.</summary>
/// <param name="Attempts">How often it has failed for this moment.</param>
internal sealed record StoredAlarm(TenantId Tenant, Guid Key, string DueAt, string Data, int Attempts);
