using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Matters;

/// <summary>All parties of a firm by keyed blind indexes of their names: finds a name in data that nobody may read.</summary>
public interface IPartyIndex
{
    /// <summary>Makes a party findable; the same party again changes nothing.</summary>
    Task Add(TenantId tenant, MatterId matter, PartyId party, PartySide side, PartyName name, CancellationToken cancellationToken);

    /// <summary>Parties of other matters whose name is the same or alike, the most alike first.</summary>
    Task<IReadOnlyList<PartyMatch>> Search(TenantId tenant, MatterId otherThan, PartyName name, CancellationToken cancellationToken);
}

public sealed record PartyMatch(MatterId Matter, PartySide Side, NameMatch Match);
