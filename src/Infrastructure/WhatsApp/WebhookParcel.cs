using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What one firm gets of a delivery.</summary>
internal sealed record WebhookParcel(
    TenantId Tenant, FirmKeys Firm, Guid RawPayload, ReadOnlyMemory<byte> Raw, IReadOnlyList<ArrivedItem> Items, int Malformed);

/// <summary>A part of a delivery that belongs to no firm.</summary>
internal sealed record Stray(string? PhoneNumberId, string Reason, ReadOnlyMemory<byte> Raw);
