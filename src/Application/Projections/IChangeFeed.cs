using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Projections;

/// <summary>
/// Documents of a view that changed; without keys, any of the view's may have. <see cref="Everything"/> as the view: the feed was
/// interrupted and anything may have changed.
/// </summary>
public sealed record Change(TenantId Tenant, string View, IReadOnlyList<Guid> Keys)
{
    public const string Everything = "*";
}

/// <summary>Tells, as soon as it is committed, which documents of a tenant's views changed, on whichever node.</summary>
public interface IChangeFeed
{
    /// <summary>Changes from now on, until the reader stops.</summary>
    IAsyncEnumerable<Change> Subscribe(TenantId tenant, CancellationToken cancellationToken);
}
