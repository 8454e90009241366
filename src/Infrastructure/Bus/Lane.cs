using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>A lane that this worker holds. What it may still do in it depends on the lease, which the worker renews.</summary>
internal sealed record Lane(TenantId Tenant, string Topic, string Key);

/// <summary>A message as it waits in its lane.</summary>
internal sealed record WaitingMessage(long Position, Guid Id, byte[] SealedBody, int Attempts);
