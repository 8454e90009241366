namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>What <c>NOTIFY hub_changes</c> carries.</summary>
internal sealed record ChangeNotice(Guid Tenant, string View, IReadOnlyList<Guid> Keys);
