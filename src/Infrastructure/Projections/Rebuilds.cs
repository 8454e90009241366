using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>
/// Which projections are to be folded anew from the first event on: because somebody asked, or because the fold has another version than
/// the live slot was made with.
/// </summary>
internal sealed class Rebuilds(CrossTenantReading database)
{
    public static string NameOf(string projection) => $"{projection}/rebuild";

    /// <summary>The wanted ones among these.</summary>
    public async Task<IReadOnlyList<string>> Wanted(IEnumerable<RegisteredProjection> projections, CancellationToken cancellationToken)
    {
        var known = projections.ToArray();
        await using var batch = database.Batch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(
                """
                select c.name from unnest($1::varchar[], $2::int[]) as p (name, version) join subscription_checkpoints c on c.name = p.name
                where c.rebuild_wanted_at is not null or c.version <> p.version
                """)
            {
                Parameters =
                {
                    Many(known.Select(projection => projection.Table.Projection), NpgsqlDbType.Varchar),
                    Many(known.Select(projection => projection.Version), NpgsqlDbType.Integer),
                },
            });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var wanted = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            wanted.Add(reader.GetString(0));
        }

        return wanted;
    }

    /// <summary>The slot that is not live, if no rebuild of this version is under way in it.</summary>
    public async Task<short?> FreeSlot(RegisteredProjection projection, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(
                """
                select (1 - live.slot)::smallint from subscription_checkpoints live
                left join subscription_checkpoints built on built.name = $2
                where live.name = $1 and built.version is distinct from $3
                """)
            {
                Parameters = { Name(projection.Table.Projection), Name(NameOf(projection.Table.Projection)), Version(projection) },
            });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetInt16(0) : null;
    }

    /// <summary>Gives the rebuild its checkpoint, before the first event; its slot is empty.</summary>
    public async Task Begin(RegisteredProjection projection, short slot, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(
                """
                insert into subscription_checkpoints (name, transaction_id, seq_id, slot, version) values ($1, '0', 0, $2, $3)
                on conflict (name) do update set transaction_id = '0', seq_id = 0, slot = $2, version = $3
                """)
            {
                Parameters =
                {
                    Name(NameOf(projection.Table.Projection)), new NpgsqlParameter<short> { TypedValue = slot }, Version(projection),
                },
            });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Whether the rebuild was as far as the live slot, and is now the live one itself.</returns>
    public async Task<bool> TakePlace(RegisteredProjection projection, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select take_place($1)") { Parameters = { Name(projection.Table.Projection) } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0);
    }

    private static NpgsqlParameter<string> Name(string name) => new() { TypedValue = name, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter<int> Version(RegisteredProjection projection) => new() { TypedValue = projection.Version };

    private static NpgsqlParameter<T[]> Many<T>(IEnumerable<T> values, NpgsqlDbType type) => new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };
}
