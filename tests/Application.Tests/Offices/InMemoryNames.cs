using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>Names of clients, as the index of the database knows them.</summary>
internal sealed class InMemoryNames : IClientNameIndex
{
    private readonly Dictionary<IntakeId, (DataSubjectId Client, string Words)> _names = [];

    public Task Keep(TenantId tenant, DataSubjectId client, IntakeId intake, PartyName name, CancellationToken cancellationToken)
    {
        _names[intake] = (client, name.SortedWords);
        return Task.CompletedTask;
    }

    public Task Forget(TenantId tenant, IntakeId intake, CancellationToken cancellationToken)
    {
        _names.Remove(intake);
        return Task.CompletedTask;
    }

    public Task<IReadOnlySet<PartyName>> OfOthers(
        TenantId tenant, DataSubjectId client, IReadOnlyCollection<PartyName> names, CancellationToken cancellationToken)
    {
        bool IsAnothers(PartyName name) => _names.Values.Where(known => known.Words == name.SortedWords).ToArray() is { Length: > 0 } known
            && known.All(one => one.Client != client);
        return Task.FromResult<IReadOnlySet<PartyName>>(names.Where(IsAnothers).ToHashSet());
    }
}
