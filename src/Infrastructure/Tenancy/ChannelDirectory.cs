using System.Collections.Frozen;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>All channels at one moment, opened, in memory.</summary>
internal sealed class ChannelDirectory(IReadOnlyCollection<ConnectedChannel> channels, DateTimeOffset readAt)
{
    private readonly FrozenDictionary<string, ConnectedChannel> _byNumber = channels.ToFrozenDictionary(channel => channel.Channel.PhoneNumberId);

    public static ChannelDirectory Empty { get; } = new([], DateTimeOffset.MinValue);

    public DateTimeOffset ReadAt => readAt;

    public IReadOnlyCollection<ConnectedChannel> All => channels;

    public ConnectedChannel? Find(string phoneNumberId) => _byNumber.GetValueOrDefault(phoneNumberId);

    public ConnectedChannel? Get(TenantId tenant, ChannelId id) =>
        channels.FirstOrDefault(channel => channel.Channel.Tenant == tenant && channel.Channel.Id == id);
}
