using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Database;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Counts what no firm owns.</summary>
internal sealed class Quarantine(HubDataSource database) : IQuarantine
{
    public async Task<IReadOnlyList<QuarantinedChanges>> List(CancellationToken cancellationToken) =>
    [
        .. (await QuarantineTable.Waiting(database, cancellationToken))
            .GroupBy(waiting => waiting.Reason)
            .Select(reason => new QuarantinedChanges(
                reason.Key, reason.Sum(part => part.Changes), reason.Min(part => part.Oldest), reason.Max(part => part.Latest)))
            .OrderBy(reason => reason.Oldest),
    ];
}
