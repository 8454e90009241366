using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>A firm's delivery, or its part of one, on its way into the database: sealed, and nothing of it read but whose it is.</summary>
internal sealed record Arrival(TenantId Tenant, Guid Id, byte[] Sealed, DateTimeOffset ReceivedAt)
{
    private const int Days = 10;
    private static readonly long Epoch = DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerDay;

    /// <summary>The day it is kept under; ten of them take turns, as the database has it.</summary>
    public short Slot { get; } = SlotOf(ReceivedAt);

    public static short SlotOf(DateTimeOffset receivedAt) =>
        (short)(((((receivedAt.UtcTicks / TimeSpan.TicksPerDay) - Epoch) % Days) + Days) % Days);

    public static Arrival Of(TenantId tenant, FirmKeys firm, ReadOnlySpan<byte> raw, DateTimeOffset receivedAt)
    {
        var id = firm.IndexDelivery(raw);
        return new(tenant, id, firm.Seal(raw, Place(id)), receivedAt);
    }

    /// <summary>Where its bytes lie: elsewhere they do not open.</summary>
    public static string Place(Guid id) => $"raw_payloads/{id:D}";
}
