using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What a firm's delivery holds.</summary>
/// <param name="Messages">For the bus, in their order.</param>
internal sealed record WebhookParcel(
    TenantId Tenant, FirmKeys Firm, Guid RawPayload, IReadOnlyList<BusMessage> Messages, IReadOnlyList<MalformedItem> Malformed)
{
    /// <summary>Where an unreadable item lies, whatever else of the delivery becomes readable: the delivery, and the item by its bytes.</summary>
    public string Reference(MalformedItem item) =>
        $"{RawPayload:D}/{Firm.Index(BlindKind.Item, $"malformed/{Convert.ToBase64String(item.Raw.Span)}").Hex[..32]}";
}

/// <summary>A part of a delivery that belongs to no firm.</summary>
/// <param name="App">The trace of the app that signed it.</param>
internal sealed record Stray(string? WabaId, string? PhoneNumberId, byte[]? App, QuarantineReason Reason, ReadOnlyMemory<byte> Raw);
