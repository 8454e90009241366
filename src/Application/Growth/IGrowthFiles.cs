using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Growth;

/// <summary>The files that a firm's growth tables were read from, by the hash that the log names.</summary>
public interface IGrowthFiles
{
    Task Keep(TenantId tenant, string sha256, string content, CancellationToken cancellationToken);

    Task<string?> Find(TenantId tenant, string sha256, CancellationToken cancellationToken);
}
