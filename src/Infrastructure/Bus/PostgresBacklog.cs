using Lawyers.Hub.Infrastructure.Database;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>What waits in the lanes of the database.</summary>
public sealed class PostgresBacklog(CrossTenantReading everyTenant) : IBacklog
{
    public async Task<IReadOnlyList<TopicBacklog>> Read(CancellationToken cancellationToken)
    {
        await using var batch = everyTenant.Batch();
        batch.BatchCommands.Add(new("select topic, count(*), clock_timestamp() - min(published_at) from bus_messages group by topic"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var backlog = new List<TopicBacklog>();
        while (await reader.ReadAsync(cancellationToken))
        {
            backlog.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<TimeSpan>(2)));
        }

        return backlog;
    }
}
