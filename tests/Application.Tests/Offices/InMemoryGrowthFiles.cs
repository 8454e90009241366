using System.Collections.Concurrent;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

internal sealed class InMemoryGrowthFiles : IGrowthFiles
{
    private readonly ConcurrentDictionary<(TenantId Tenant, string Sha256), string> _files = new();

    public Task Keep(TenantId tenant, string sha256, string content, CancellationToken cancellationToken)
    {
        _files.TryAdd((tenant, sha256), content);
        return Task.CompletedTask;
    }

    public Task<string?> Find(TenantId tenant, string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(_files.GetValueOrDefault((tenant, sha256)));
}
