using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>
/// The blue ticks and the "typing" that a client sees. Of the moment only: they wait in memory, none holds anything up, and where there are too many the
/// oldest are let go (decision 64).
/// </summary>
public interface IReadReceipts
{
    void Offer(ReadReceipt receipt);
}

/// <param name="Wamid">The newest message of the client that was read.</param>
/// <param name="Typing">Somebody, or the script, writes an answer.</param>
/// <param name="At">When it was read.</param>
public sealed record ReadReceipt(TenantId Tenant, ChannelId Channel, BlindIndex Wamid, bool Typing, DateTimeOffset At);
