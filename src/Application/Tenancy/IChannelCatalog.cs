using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Which firm a WhatsApp number belongs to. Asked for every delivered message, so answered from memory.</summary>
public interface IChannelCatalog
{
    /// <summary>The channel behind Meta's phone number id, over all tenants.</summary>
    ValueTask<RegisteredChannel?> Find(string phoneNumberId, CancellationToken cancellationToken);

    /// <summary>A tenant's channel with what is needed to speak for it.</summary>
    ValueTask<ConnectedChannel?> Get(TenantId tenant, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Enters a number; the same firm may enter it again to change its secrets, another firm may not.</summary>
    Task<Result<RegisteredChannel>> Register(TenantId tenant, ChannelRegistration registration, CancellationToken cancellationToken);

    Task<IReadOnlyList<RegisteredChannel>> List(TenantId tenant, CancellationToken cancellationToken);
}

/// <summary>One WhatsApp number of a firm as the catalogue knows it; nothing secret.</summary>
/// <param name="PhoneNumberId">Meta's routing key; not a phone number.</param>
/// <param name="AccessTokenEnd">Last four characters of the token, for people to tell tokens apart.</param>
public sealed record RegisteredChannel(
    TenantId Tenant, ChannelId Id, string PhoneNumberId, string WabaId, string DisplayPhoneNumber, string AccessTokenEnd);

/// <summary>A channel and its secrets; never leaves the process.</summary>
public sealed record ConnectedChannel(RegisteredChannel Channel, ChannelSecrets Secrets);

/// <param name="AppSecret">For a number that is connected through an app of its own.</param>
/// <param name="VerifyToken">Likewise.</param>
public sealed record ChannelSecrets(string AccessToken, string? AppSecret, string? VerifyToken)
{
    public override string ToString() => "***";
}

/// <summary>A number to be entered into the catalogue under an id made by the caller.</summary>
public sealed record ChannelRegistration(ChannelId Id, string PhoneNumberId, string WabaId, string DisplayPhoneNumber, ChannelSecrets Secrets);

public static class ChannelRefusals
{
    public static readonly Refusal NumberTaken =
        Refusal.Conflict("channel_number_taken", "This phone number id is already connected to another firm.");
}
