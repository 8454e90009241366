using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>What the meaning of an answer depends on at this moment: the firm's clock, the regions, its growth standards.</summary>
public interface IReadingContexts
{
    /// <summary>Without growth standards: for reading and showing, which score nothing.</summary>
    Task<ReadingContext> Now(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>With what these definitions compute by.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="definitions">That compute.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="read">What the caller has read already of the firm.</param>
    Task<ReadingContext> Now(TenantId tenant, DefinitionSet definitions, CancellationToken cancellationToken, IEventReader? read = null);
}
