using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.Media;

/// <summary>The firm's own key, which every node has.</summary>
internal sealed class FirmLinkKey(FirmKeyRing firms) : IMediaLinkKey
{
    public async Task<byte[]> Hash(TenantId tenant, string text, CancellationToken cancellationToken) =>
        (await firms.Of(tenant, cancellationToken)).IndexBytes(BlindKind.MediaLink, text);
}
