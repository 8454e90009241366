using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>Lanes of a broker that rest in PostgreSQL after a failure: the message that failed, and what follows it, in their order.</summary>
internal sealed class RestingLanes(HubDataSource database)
{
    /// <summary>The message has failed, or cannot be done yet; its lane is tried again after the pause.</summary>
    public Task Rest(Lane lane, WaitingMessage message, Outcome.PutOff put) => Run(
        lane,
        "select bus_park($1, $2, $3, $4, $5, $6, $7)",
        new NpgsqlParameter<string> { TypedValue = RetryTopic.Of(lane.Origin) },
        new NpgsqlParameter<string> { TypedValue = lane.Key },
        new NpgsqlParameter<Guid> { TypedValue = message.Id },
        new NpgsqlParameter<byte[]> { TypedValue = message.SealedBody },
        new NpgsqlParameter<int> { TypedValue = put.Counts ? message.Attempts + 1 : message.Attempts },
        new NpgsqlParameter<TimeSpan> { TypedValue = put.Pause });

    /// <summary>Puts the message behind those that rest in its lane.</summary>
    /// <returns>Whether there were any; if not, nothing was done and its turn has come.</returns>
    public async Task<bool> Follow(Lane lane, WaitingMessage message) => await Run(
        lane,
        "select bus_follow($1, $2, $3, $4, $5)",
        new NpgsqlParameter<string> { TypedValue = RetryTopic.Of(lane.Origin) },
        new NpgsqlParameter<string> { TypedValue = lane.Key },
        new NpgsqlParameter<Guid> { TypedValue = message.Id },
        new NpgsqlParameter<byte[]> { TypedValue = message.SealedBody }) is true;

    public Task Bury(Lane lane, WaitingMessage message) => Run(
        lane,
        "insert into bus_dead (tenant_id, topic, key, id, body, attempts) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        new NpgsqlParameter<string> { TypedValue = lane.Origin },
        new NpgsqlParameter<string> { TypedValue = lane.Key },
        new NpgsqlParameter<Guid> { TypedValue = message.Id },
        new NpgsqlParameter<byte[]> { TypedValue = message.SealedBody },
        new NpgsqlParameter<int> { TypedValue = message.Attempts + 1 });

    private async Task<object?> Run(Lane lane, string sql, params NpgsqlParameter[] parameters)
    {
        await using var transaction = await database.Begin(lane.Tenant, CancellationToken.None);
        await using var command = transaction.Command(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = lane.Tenant.ToString() });
        command.Parameters.AddRange(parameters);
        var answer = await command.ExecuteScalarAsync(CancellationToken.None);
        await transaction.Commit(CancellationToken.None);
        return answer;
    }
}
