using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Database;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Counts what no firm owns.</summary>
internal sealed class Quarantine(HubDataSource database) : IQuarantine
{
    private const int Shown = 4;

    public async Task<IReadOnlyList<QuarantinedChanges>> List(CancellationToken cancellationToken) =>
    [
        .. (await QuarantineTable.Waiting(database, cancellationToken))
            .GroupBy(waiting => (waiting.Reason, waiting.Subject))
            .Select(group => new QuarantinedChanges(
                group.Key.Reason, End(group.Key.Subject.PhoneNumberId ?? group.Key.Subject.WabaId), group.Sum(part => part.Changes),
                group.Min(part => part.Oldest), group.Max(part => part.Latest)))
            .OrderBy(group => group.Oldest),
    ];

    private static string? End(string? id) => id?[Math.Max(0, id.Length - Shown)..];
}
