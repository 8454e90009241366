using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>One aggregate's stream. <paramref name="Type"/> is the aggregate's stored name in snake_case, such as <c>time_entry</c>.</summary>
public readonly record struct StreamId(TenantId Tenant, string Type, Guid Id);
