using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>A snapshot as it will be stored.</summary>
/// <param name="LastEvent">The event it was folded up to, at its version.</param>
/// <param name="Data">The state's JSON, personal values sealed.</param>
internal sealed record PreparedSnapshot(StreamId Stream, long Version, Guid LastEvent, string Shape, string Data)
{
    /// <summary>Those that <paramref name="work"/> brings, each with the last event that <paramref name="unit"/> has for its stream.</summary>
    public static async Task<IReadOnlyList<PreparedSnapshot>> Of(UnitOfWork work, PreparedUnit unit, StoredJson json, CancellationToken cancellationToken)
    {
        var due = work.Appends.Where(append => append.Snapshot is not null).ToArray();
        if (due.Length == 0)
        {
            return [];
        }

        var lastEvents = unit.Streams.ToDictionary(stream => stream.Stream, stream => stream.Events[^1].Id);
        var states = await json.WriteSnapshots(unit.Tenant, [.. due.Select(append => append.Snapshot!)], cancellationToken);
        return
        [
            .. due.Zip(states, (append, state) => new PreparedSnapshot(
                append.Stream, append.Snapshot!.Version, lastEvents[append.Stream], append.Snapshot.Shape.ToString(), state)),
        ];
    }
}
