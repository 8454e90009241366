using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>The catalogue of an office with its one number.</summary>
internal sealed class OneChannel(Office office) : IChannelCatalog
{
    public IReadOnlyList<RegisteredChannel> Others { get; init; } = [];

    private RegisteredChannel Only => new(office.Tenant, office.Channel, "1", "2", "+62 21 5000-1234", string.Empty);

    public ValueTask<RegisteredChannel?> Find(string phoneNumberId, CancellationToken cancellationToken) => ValueTask.FromResult<RegisteredChannel?>(Only);

    public ValueTask<ConnectedChannel?> Get(TenantId tenant, ChannelId channel, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ConnectedChannel?>(new(Only, new ChannelSecrets("token", null, null)));

    public Task<Result<RegisteredChannel>> Register(TenantId tenant, ChannelRegistration registration, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<RegisteredChannel>> List(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RegisteredChannel>>([Only, .. Others]);
}
