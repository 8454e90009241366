using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Privacy;

/// <summary>Destroys part of what is held about a client for good; the events that held it stay, and still verify.</summary>
public interface IPersonalPurge
{
    /// <summary>The key of that part, and contents and files beside the log. Again, it changes nothing.</summary>
    Task Destroy(TenantId tenant, DataSubjectId key, IReadOnlyCollection<ContentRef> contents, CancellationToken cancellationToken);
}
