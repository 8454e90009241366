using Lawyers.Hub.Application.Projections;

namespace Lawyers.Hub.Web.Api;

/// <summary><c>?after=&amp;limit=</c> of every list; take it with <c>[AsParameters]</c>.</summary>
internal sealed record Cursor(string? After = null, int? Limit = null)
{
    private const int Most = 200;
    private const int Usual = 50;

    public PageRequest ToPage(bool descending = false) => new(After, Size, descending);

    public int Size => Math.Clamp(Limit ?? Usual, 1, Most);
}
