using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>The identity vault's rules without keys.</summary>
internal sealed class InMemoryIdentities : IIdentityVault
{
    private readonly ConcurrentDictionary<DataSubjectId, WhatsAppIdentity> _people = new();
    private readonly ConcurrentDictionary<BlindIndex, string> _wamids = new();

    /// <summary>What a name says beside whose it is, as the real vault would have found it.</summary>
    public Dictionary<WhatsAppIdentity, (IReadOnlyList<JoinedName> Joined, IReadOnlyList<ContestedName> Contested)> Findings { get; } = [];

    public Task<Recognised> Resolve(TenantId tenant, WhatsAppIdentity identity, DateTimeOffset at, CancellationToken cancellationToken) =>
        Task.FromResult(Found(tenant, identity, identity));

    public Task<Recognised> Change(
        TenantId tenant, WhatsAppIdentity from, WhatsAppIdentity to, DateTimeOffset at, CancellationToken cancellationToken) =>
        Task.FromResult(Found(tenant, from, to));

    private Recognised Found(TenantId tenant, WhatsAppIdentity identity, WhatsAppIdentity asked)
    {
        var subject = new DataSubjectId(StableId.Of($"person/{tenant}/{identity.WaId ?? identity.UserId}"));
        _people[subject] = asked;
        var (joined, contested) = Findings.GetValueOrDefault(asked, ([], []));
        return new(subject, joined, contested);
    }

    public Task<WhatsAppIdentity?> Reveal(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) =>
        Task.FromResult(_people.GetValueOrDefault(subject));

    public Task<BlindIndex> IndexWamid(TenantId tenant, string wamid, CancellationToken cancellationToken) =>
        Task.FromResult(new BlindIndex(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}/{wamid}")))));

    public async Task KeepWamid(TenantId tenant, DataSubjectId subject, string wamid, CancellationToken cancellationToken) =>
        _wamids[await IndexWamid(tenant, wamid, cancellationToken)] = wamid;

    public Task<string?> RevealWamid(TenantId tenant, BlindIndex index, CancellationToken cancellationToken) =>
        Task.FromResult(_wamids.GetValueOrDefault(index));
}
