using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Testing;

/// <summary>Subject keys that live as long as the test.</summary>
public sealed class InMemorySubjectKeyRing : ISubjectKeyRing
{
    private readonly ConcurrentDictionary<DataSubjectId, SubjectKey?> _keys = new();

    public Task Ensure(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken)
    {
        _keys.GetOrAdd(subject, _ => new SubjectKey(RandomNumberGenerator.GetBytes(SubjectKey.Size), version: 1));
        return Task.CompletedTask;
    }

    public Task EnsurePart(TenantId tenant, DataSubjectId part, DataSubjectId whole, CancellationToken cancellationToken) => Ensure(tenant, part, cancellationToken);

    public Task Load(TenantId tenant, IReadOnlyCollection<DataSubjectId> subjects, CancellationToken cancellationToken) => Task.CompletedTask;

    public SubjectKey? Find(DataSubjectId subject) => _keys.GetValueOrDefault(subject);

    /// <summary>What erasing a client does.</summary>
    public void Destroy(DataSubjectId subject) => _keys[subject] = null;
}
