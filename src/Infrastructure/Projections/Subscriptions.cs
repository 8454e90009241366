using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>The checkpoints as whoever keeps the installation running sees them. The node that holds a shard hears of a wish by its checkpoint.</summary>
internal sealed class Subscriptions(CrossTenantReading database) : ISubscriptions
{
    // The end of the log in its safe order need not have the highest number: of two transactions at a time the later one may have drawn the lower.
    private const string All =
        """
        select c.name, c.seq_id,
            case when (c.transaction_id, c.seq_id) < (l.transaction_id, l.seq_id)
                then greatest((select max(seq_id) from mt_events) - c.seq_id, 1) else 0 end,
            c.moved_at, c.stopped_at, c.stopped_by_event, c.stopped_reason
        from subscription_checkpoints c
        left join (select transaction_id, seq_id from mt_events order by transaction_id desc, seq_id desc limit 1) l on true
        order by c.name
        """;

    public async Task<IReadOnlyList<Subscription>> List(CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(All));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the scope's setting
        var subscriptions = new List<Subscription>();
        while (await reader.ReadAsync(cancellationToken))
        {
            subscriptions.Add(new(
                reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3),
                reader.IsDBNull(4)
                    ? null
                    : new SubscriptionStop(reader.GetFieldValue<DateTimeOffset>(4), reader.IsDBNull(5) ? null : reader.GetInt64(5), reader.GetString(6))));
        }

        return subscriptions;
    }

    public async Task<Result<Nothing>> Resume(string name, CancellationToken cancellationToken) =>
        await Update("update subscription_checkpoints set stopped_at = null, stopped_by_event = null, stopped_reason = null where name = $1", name, cancellationToken)
            ? default(Nothing)
            : Refusal.NotFound("subscription_unknown", "There is no subscription of this name; GET /api/v1/subscriptions lists them.");

    public async Task<Result<Nothing>> Rebuild(string name, CancellationToken cancellationToken) =>
        await Update(
            "update subscription_checkpoints set rebuild_wanted_at = clock_timestamp() where name = $1 and strpos(name, '/') = 0", name, cancellationToken)
            ? default(Nothing)
            : Refusal.NotFound("view_unknown", "There is no view of this name; GET /api/v1/subscriptions lists them, policies (policy/...) have none.");

    private async Task<bool> Update(string sql, string name, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch();
#pragma warning disable CA2100 // the two texts above
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql)
#pragma warning restore CA2100
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = name, NpgsqlDbType = NpgsqlDbType.Varchar } },
        });
        return await batch.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
