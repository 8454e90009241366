using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Projections;

/// <summary>Reads what projections wrote; personal values come back opened, or as erased.</summary>
public interface IViews
{
    Task<TView?> Find<TView>(TenantId tenant, Guid key, CancellationToken cancellationToken)
        where TView : class;

    /// <summary>One page in the order of the sort key, of the documents that carry all of <paramref name="tags"/>.</summary>
    Task<Page<TView>> List<TView>(
        TenantId tenant, IReadOnlyCollection<string> tags, PageRequest page, CancellationToken cancellationToken)
        where TView : class;

    /// <summary>How many documents carry each tag that begins with <paramref name="prefix"/>.</summary>
    Task<IReadOnlyDictionary<string, int>> Count<TView>(TenantId tenant, string prefix, CancellationToken cancellationToken)
        where TView : class;
}

/// <summary>Cursor paging: <paramref name="After"/> is a page's <see cref="Page{T}.Next"/>, opaque to the caller. Limit 1 to 200.</summary>
public sealed record PageRequest(string? After = null, int Limit = 50, bool Descending = false)
{
    /// <summary>Only documents whose sort key is this or comes after it.</summary>
    public string? From { get; init; }

    /// <summary>Only documents whose sort key comes before this.</summary>
    public string? Before { get; init; }
}

/// <summary>Items, and the cursor of the next page or <c>null</c> at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
