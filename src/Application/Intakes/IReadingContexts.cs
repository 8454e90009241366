using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>What the meaning of an answer depends on at this moment: the firm's clock, the regions, its growth standards.</summary>
public interface IReadingContexts
{
    Task<ReadingContext> Now(TenantId tenant, CancellationToken cancellationToken);
}
