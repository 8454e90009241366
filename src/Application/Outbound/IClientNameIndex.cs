using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>The names that clients gave, as keyed blind indexes: says that a name is somebody's, and neither whose nor any name.</summary>
public interface IClientNameIndex
{
    /// <summary>What the client is called in this interview from now on.</summary>
    Task Keep(TenantId tenant, DataSubjectId client, IntakeId intake, PartyName name, CancellationToken cancellationToken);

    /// <summary>The interview was purged, and with it the name it held.</summary>
    Task Forget(TenantId tenant, IntakeId intake, CancellationToken cancellationToken);

    /// <summary>Which of these are names of clients other than this one; a name that is this client's too is not told.</summary>
    Task<IReadOnlySet<PartyName>> OfOthers(
        TenantId tenant, DataSubjectId client, IReadOnlyCollection<PartyName> names, CancellationToken cancellationToken);
}
