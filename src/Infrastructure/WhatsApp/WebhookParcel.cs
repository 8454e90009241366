using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What one firm gets of a delivery.</summary>
/// <param name="Raw">Its bytes, themselves a delivery: what could not be read today is read from them another day.</param>
internal sealed record WebhookParcel(
    TenantId Tenant,
    FirmKeys Firm,
    Guid RawPayload,
    ReadOnlyMemory<byte> Raw,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<ArrivedItem> Items,
    IReadOnlyList<MalformedItem> Malformed)
{
    /// <summary>Where an unreadable item lies, whatever else of the delivery becomes readable: the delivery, and the item by its bytes.</summary>
    public string Reference(MalformedItem item) =>
        $"{RawPayload:D}/{Firm.Index(BlindKind.Item, $"malformed/{Convert.ToBase64String(item.Raw.Span)}").Hex[..32]}";
}

/// <summary>A part of a delivery that belongs to no firm.</summary>
/// <param name="App">The trace of the app that signed it.</param>
internal sealed record Stray(string? WabaId, string? PhoneNumberId, byte[]? App, string Reason, ReadOnlyMemory<byte> Raw);
