using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>A firm's definitions, read from what was drafted and published; parsed once and kept.</summary>
public interface IDefinitions
{
    /// <summary>The versions published now, from <paramref name="start"/> on; <c>null</c> where one that it leads to is not published.</summary>
    Task<DefinitionSet?> Published(TenantId tenant, string start, CancellationToken cancellationToken);

    /// <summary>The version of one definition that was published last, retired or not.</summary>
    Task<Definition> Latest(TenantId tenant, string key, CancellationToken cancellationToken);

    /// <summary>The versions that a running session is pinned to.</summary>
    Task<DefinitionSet> Pinned(TenantId tenant, string start, IReadOnlyList<PinnedDefinition> pins, CancellationToken cancellationToken);
}

internal static class PinnedVersion
{
    /// <summary>One published version by itself.</summary>
    public static async Task<Definition> Pinned(
        this IDefinitions definitions, TenantId tenant, PinnedDefinition pin, CancellationToken cancellationToken) =>
        (await definitions.Pinned(tenant, pin.Key, [pin], cancellationToken))[pin.Key];
}
