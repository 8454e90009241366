using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>
/// Keeps snapshots of one tenant, in the transaction and the round trip of the append that they belong to. One whose last event is not
/// there, because its unit of work was not appended, is not kept either.
/// </summary>
internal static class SnapshotCall
{
    private const string Keep =
        """
        insert into stream_snapshots as kept (tenant_id, stream_id, version, shape, data)
        select $1, n.stream_id, n.version, n.shape, n.data::jsonb
        from unnest($2, $3, $4, $5, $6) as n (stream_id, version, last_event, shape, data)
        join lateral (
            select e.id from mt_events e where e.tenant_id = $1 and e.stream_id = n.stream_id and e.version >= n.version
            order by e.version limit 1) e on e.id = n.last_event
        order by n.stream_id
        on conflict (tenant_id, stream_id) do update set version = excluded.version, shape = excluded.shape, data = excluded.data
        where kept.version < excluded.version
        """;

    public static NpgsqlBatchCommand Of(IReadOnlyList<PreparedSnapshot> snapshots) => new(Keep)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = snapshots[0].Stream.Tenant.ToString(), NpgsqlDbType = NpgsqlDbType.Varchar },
            Many(snapshots, snapshot => snapshot.Stream.Id, NpgsqlDbType.Uuid),
            Many(snapshots, snapshot => snapshot.Version, NpgsqlDbType.Bigint),
            Many(snapshots, snapshot => snapshot.LastEvent, NpgsqlDbType.Uuid),
            Many(snapshots, snapshot => snapshot.Shape, NpgsqlDbType.Varchar),
            Many(snapshots, snapshot => snapshot.Data, NpgsqlDbType.Text),
        },
    };

    private static NpgsqlParameter<T[]> Many<T>(IReadOnlyList<PreparedSnapshot> snapshots, Func<PreparedSnapshot, T> value, NpgsqlDbType type) =>
        new() { TypedValue = [.. snapshots.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
