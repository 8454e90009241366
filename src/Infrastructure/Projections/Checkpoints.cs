using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>How far each shard has come, and which one stands still and why.</summary>
internal sealed class Checkpoints(CrossTenantReading database)
{
    private const string Registration =
        """
        insert into subscription_checkpoints (name, version, transaction_id, seq_id)
        select n.name, n.version, case when n.from_now and old.hub then $3 else '0'::xid8 end, case when n.from_now and old.hub then $4 else 0 end
        from unnest($1::varchar[], $2::boolean[], $5::int[]) as n (name, from_now, version),
            (select exists (select from subscription_checkpoints) as hub) as old
        on conflict do nothing
        """;

    /// <summary>
    /// Gives every new shard its start: projections fold all there ever was, while a policy that comes to an installation later acts only
    /// on what happens from now on.
    /// </summary>
    public async Task Register(IReadOnlyCollection<IShard> shards, Position now, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Registration)
        {
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = [.. shards.Select(shard => shard.Name)] },
                new NpgsqlParameter<bool[]> { TypedValue = [.. shards.Select(shard => shard.StartsFromNow)] },
                Transaction(now),
                Sequence(now),
                new NpgsqlParameter<int[]> { TypedValue = [.. shards.Select(shard => shard.Version)] },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<Checkpoint> Read(string name, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand("select transaction_id, seq_id, slot from subscription_checkpoints where name = $1") { Parameters = { Name(name) } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Checkpoint(new Position(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)), reader.GetInt16(2))
            : throw new InvalidOperationException($"The shard {name} was never registered.");
    }

    public async Task Move(string name, Checkpoint from, Position to, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(Moving(name, from, to));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task Stop(string name, long? @event, string reason, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand("update subscription_checkpoints set stopped_at = clock_timestamp(), stopped_by_event = $2, stopped_reason = $3 where name = $1")
            {
                Parameters =
                {
                    Name(name),
                    new NpgsqlParameter { Value = @event is { } sequence ? sequence : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
                    new NpgsqlParameter<string> { TypedValue = reason },
                },
            });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> IsStopped(string name, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand("select stopped_at is not null from subscription_checkpoints where name = $1") { Parameters = { Name(name) } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0);
    }

    /// <summary>To be the last command of the transaction that writes the change.</summary>
    public static NpgsqlBatchCommand Moving(string name, Checkpoint from, Position to) => new("select move_checkpoint($1, $2, $3, $4, $5, $6)")
    {
        Parameters =
        {
            Name(name), Transaction(from.Reached), Sequence(from.Reached), Transaction(to), Sequence(to), new NpgsqlParameter<short> { TypedValue = from.Slot },
        },
    };

    private static NpgsqlParameter<string> Name(string name) => new() { TypedValue = name, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter<ulong> Transaction(Position position) => new() { TypedValue = position.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 };

    private static NpgsqlParameter<long> Sequence(Position position) => new() { TypedValue = position.Sequence };
}
