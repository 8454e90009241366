using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Privacy;

/// <summary>Keyed blind indexes of any value under the firm's own key: equal for equal values, no way back.</summary>
public interface IBlindIndexing
{
    /// <summary>One index for each value, in their order. The caller says what kind of value it is by a prefix, so that kinds never meet.</summary>
    Task<IReadOnlyList<BlindIndex>> Index(TenantId tenant, IReadOnlyList<string> values, CancellationToken cancellationToken);
}
