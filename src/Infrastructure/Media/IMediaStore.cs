using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Media;

/// <summary>A place for sealed files, which knows nothing of what is in them.</summary>
public interface IMediaStore
{
    /// <summary>Keeps what <paramref name="write"/> writes once it has come to its end; where that answers no, or fails, everything is as before.</summary>
    Task Write(TenantId tenant, ContentRef place, Func<Stream, Task<bool>> write, CancellationToken cancellationToken);

    /// <summary>What lies there, or <c>null</c>.</summary>
    Task<Stream?> Read(TenantId tenant, ContentRef place, CancellationToken cancellationToken);

    /// <summary>Where nothing lies, it changes nothing.</summary>
    Task Delete(TenantId tenant, ContentRef place, CancellationToken cancellationToken);

    /// <summary>Everything of one client.</summary>
    Task DeleteAll(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken);
}
