using System.Collections.Concurrent;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>The content vault's rules without ciphers: first words win, a time limit can only be taken off.</summary>
internal sealed class InMemoryContents : IContentVault, IPersonalPurge
{
    private readonly ConcurrentDictionary<(TenantId Tenant, ContentRef Reference), (ReadOnlyMemory<byte> Content, DateTimeOffset? DestroyAt)> _sealed = new();

    public Task Seal(TenantId tenant, ContentRef reference, ReadOnlyMemory<byte> content, DateTimeOffset? destroyAt, CancellationToken cancellationToken)
    {
        _sealed.TryAdd((tenant, reference), (content, destroyAt));
        return Task.CompletedTask;
    }

    public Task Keep(TenantId tenant, ContentRef reference, CancellationToken cancellationToken)
    {
        if (_sealed.TryGetValue((tenant, reference), out var found))
        {
            _sealed[(tenant, reference)] = found with { DestroyAt = null };
        }

        return Task.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>?> Open(TenantId tenant, ContentRef reference, CancellationToken cancellationToken) =>
        Task.FromResult(_sealed.TryGetValue((tenant, reference), out var found)
            ? (ReadOnlyMemory<byte>?)found.Content // a bare null would turn into empty memory here
            : null);

    public Task<IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>>> OpenAll(
        TenantId tenant, IReadOnlyCollection<ContentRef> references, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>>>(references
            .Where(reference => _sealed.ContainsKey((tenant, reference)))
            .ToDictionary(reference => reference.Id, reference => _sealed[(tenant, reference)].Content));

    public HashSet<DataSubjectId> DestroyedKeys { get; } = [];

    public int Count => _sealed.Count;

    public Task Destroy(TenantId tenant, DataSubjectId key, IReadOnlyCollection<ContentRef> contents, CancellationToken cancellationToken)
    {
        DestroyedKeys.Add(key);
        foreach (var content in contents)
        {
            Purge(tenant, content);
        }

        return Task.CompletedTask;
    }

    public DateTimeOffset? DestroyedAt(TenantId tenant, ContentRef reference) => _sealed[(tenant, reference)].DestroyAt;

    /// <summary>What the sweep does when the time has come.</summary>
    public void Purge(TenantId tenant, ContentRef reference) => _sealed.TryRemove((tenant, reference), out _);
}
