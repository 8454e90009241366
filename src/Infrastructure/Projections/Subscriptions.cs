using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>The checkpoints as whoever keeps the installation running sees them. The node that holds a shard hears of a wish by its checkpoint.</summary>
internal sealed class Subscriptions(CrossTenantReading database) : ISubscriptions
{
    private const string All =
        """
        select name, seq_id, (select coalesce(max(seq_id), 0) from mt_events) - seq_id, moved_at, stopped_at, stopped_by_event, stopped_reason
        from subscription_checkpoints order by name
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
                reader.GetString(0), reader.GetInt64(1), Math.Max(0, reader.GetInt64(2)), reader.GetFieldValue<DateTimeOffset>(3),
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
