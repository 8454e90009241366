using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>Reads one tenant's events across streams, row by row.</summary>
public sealed class PostgresEventLog(HubDataSource database) : IEventLog
{
    public async IAsyncEnumerable<StoredEvent> Read(
        TenantId tenant, EventFilter filter, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(Query(tenant, filter, limit));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return EventRow.Read(reader).Stored;
        }
    }

    /// <summary>One event by its sequence.</summary>
    internal async Task<EventRow?> Find(TenantId tenant, long sequence, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(Query(tenant, new EventFilter(After: sequence - 1), 1));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && EventRow.Read(reader) is var row && row.Position.Sequence == sequence ? row : null;
    }

    /// <summary>The matching events in the order that is asked for, as <see cref="EventRow.Columns"/>.</summary>
    internal static NpgsqlBatchCommand Query(TenantId tenant, EventFilter filter, int? limit)
    {
        var command = new NpgsqlBatchCommand();
        var sql = new StringBuilder($"select {EventRow.Columns} from {EventRow.Tables} where e.tenant_id = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant.ToString() });

        void Narrow<T>(string condition, T value)
        {
            command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
            sql.Append(CultureInfo.InvariantCulture, $" and {condition} (${command.Parameters.Count})");
        }

        if (filter.After > 0 || !filter.NewestFirst)
        {
            Narrow(filter.NewestFirst ? "e.seq_id <" : "e.seq_id >", filter.After);
        }

        if (filter.Stream is { } stream)
        {
            Narrow("e.stream_id =", stream);
        }

        if (filter.StreamType is { } streamType)
        {
            Narrow("s.type =", streamType);
        }

        // One type is looked up in the order of its index; only for several is an order made.
        if (filter.Types is { Count: 1 } single)
        {
            Narrow("e.type =", single.First());
        }
        else if (filter.Types is { Count: > 0 } types)
        {
            Narrow<string[]>("e.type = any", [.. types]);
        }

        if (filter.Actor is { } actor)
        {
            Narrow("e.actor =", actor);
        }

        if (filter.Subject is { } subject)
        {
            Narrow("e.subject_id =", subject.Value);
        }

        if (filter.From is { } from)
        {
            Narrow("e.timestamp >=", from.UtcDateTime);
        }

        if (filter.To is { } to)
        {
            Narrow("e.timestamp <=", to.UtcDateTime);
        }

        sql.Append(filter.NewestFirst ? " order by e.seq_id desc" : " order by e.seq_id");
        if (limit is { } most)
        {
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
            sql.Append(CultureInfo.InvariantCulture, $" limit ${command.Parameters.Count}");
        }

#pragma warning disable CA2100 // put together from the constants above; every value is a parameter
        command.CommandText = sql.ToString();
#pragma warning restore CA2100
        return command;
    }
}
