using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Media;

internal static class MediaStream
{
    public static StreamId Of(TenantId tenant, MediaAssetId asset) => new(tenant, "media", asset.Value);
}
