using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>The media vault's rules without ciphers.</summary>
internal sealed class InMemoryFiles : IMediaVault
{
    private readonly ConcurrentDictionary<(TenantId Tenant, ContentRef Reference), byte[]> _kept = new();

    public int Count => _kept.Count;

    public async Task<SealedFile?> Seal(TenantId tenant, ContentRef reference, Stream content, long most, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        await content.CopyToAsync(read, cancellationToken);
        if (read.Length > most)
        {
            return null;
        }

        _kept[(tenant, reference)] = read.ToArray();
        return new SealedFile(read.Length, Convert.ToHexStringLower(SHA256.HashData(read.ToArray())));
    }

    public Task<Stream?> Open(TenantId tenant, ContentRef reference, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_kept.TryGetValue((tenant, reference), out var bytes) ? new MemoryStream(bytes) : null);

    public Task Destroy(TenantId tenant, IReadOnlyCollection<ContentRef> references, CancellationToken cancellationToken)
    {
        foreach (var reference in references)
        {
            _kept.TryRemove((tenant, reference), out _);
        }

        return Task.CompletedTask;
    }
}
