using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>One document of a read table while events are folded into it.</summary>
internal sealed class Document(TenantId tenant, DocumentKey key)
{
    public TenantId Tenant => tenant;

    public DocumentKey Key => key;

    public object? View { get; set; }

    public long Sequence { get; set; }

    public bool IsTouched { get; set; }

    /// <summary>As it lies in the table, so that the rows of its tags can be replaced; <c>null</c> where it does not lie there.</summary>
    public StoredPlace? Stored { get; set; }
}

/// <summary>Where a stored document stands in the lists.</summary>
internal sealed record StoredPlace(string SortKey, string[] Tags);
