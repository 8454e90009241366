using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Media;

/// <summary>Gives Meta a copy of a file, so that messages may name it. Nobody sees a copy that no message names, so it may be given again.</summary>
public interface IWhatsAppMedia
{
    Task<MediaUpload> Upload(TenantId tenant, ChannelId channel, Stream content, long bytes, string mimeType, CancellationToken cancellationToken);
}

/// <summary>What became of one copy.</summary>
public abstract record MediaUpload
{
    private MediaUpload()
    {
    }

    /// <param name="MetaId">Meta's name for it.</param>
    public sealed record Taken(string MetaId) : MediaUpload;

    /// <summary>Not taken, or never answered, which comes to the same.</summary>
    public sealed record Refused(SendOutcome.Rejected Why) : MediaUpload;
}
