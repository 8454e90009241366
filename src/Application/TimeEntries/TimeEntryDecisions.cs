using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Application.TimeEntries;

/// <summary>One person's order about one time entry, with the client it concerns in its metadata.</summary>
internal sealed class TimeEntryDecisions(IEventStore events)
{
    public async Task<Result<Nothing>> Take(
        Caller caller,
        TimeEntryId entry,
        Func<StaffId, TimeEntryCommand> command,
        CauseId cause,
        string? reason,
        CancellationToken cancellationToken)
    {
        if (caller.Staff is not { } by)
        {
            return StaffRefusals.PersonNeeded;
        }

        var stream = TimeEntryStream.Of(caller.Tenant, entry);
        var first = await events.Load(stream, StreamBound.ToVersion(1), cancellationToken);
        var decided = await events.Transact(
            stream, TimeEntry.Decider, command(by), caller.Does(cause, first.Count == 0 ? null : first[0].About, reason), cancellationToken);
        return decided.Map(_ => default(Nothing));
    }
}
