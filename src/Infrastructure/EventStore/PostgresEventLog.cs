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
        var order = filter.NewestFirst ? "order by e.seq_id desc" : "order by e.seq_id";
        var atMost = limit is { } most ? $"limit {Add(command, most)}" : "";
        var where = new StringBuilder($"e.tenant_id = {Add(command, tenant.ToString())}");
        Narrow(where, command, filter);

        // No index holds several types in one order: the page of each type is read by itself, and the pages are merged. A stream, a subject or
        // an actor has an order of its own; the type of the stream is known only afterwards.
        var isMerged = limit is not null && filter is { Types.Count: > 1, StreamType: null, Stream: null, Subject: null, Actor: null };
        var types = filter.Types is { Count: > 1 } several ? Add<string[]>(command, [.. several]) : "";
        var events = isMerged
            ? $"""
               (select e.* from unnest({types}) as wanted (type)
                cross join lateral (select e.* from mt_events e where {where} and e.type = wanted.type {order} {atMost}) e {order} {atMost}) e
               """
            : "mt_events e";
        var rest = isMerged ? "" : types.Length > 0 ? $"where {where} and e.type = any ({types})" : $"where {where}";
#pragma warning disable CA2100 // put together from constants; every value is a parameter
        command.CommandText = $"select {EventRow.Columns} from {events} {EventRow.WithStreamType} {rest} {order} {atMost}";
#pragma warning restore CA2100
        return command;
    }

    private static void Narrow(StringBuilder where, NpgsqlBatchCommand command, EventFilter filter)
    {
        void And<T>(string condition, T value) => where.Append(CultureInfo.InvariantCulture, $" and {condition} {Add(command, value)}");

        if (filter.After > 0 || !filter.NewestFirst)
        {
            And(filter.NewestFirst ? "e.seq_id <" : "e.seq_id >", filter.After);
        }

        if (filter.Stream is { } stream)
        {
            And("e.stream_id =", stream);
        }

        if (filter.StreamType is { } streamType)
        {
            And("s.type =", streamType);
        }

        if (filter.Types is { Count: 1 } single)
        {
            And("e.type =", single.First());
        }

        if (filter.Actor is { } actor)
        {
            And("e.actor =", actor);
        }

        if (filter.Subject is { } subject)
        {
            And("e.subject_id =", subject.Value);
        }

        if (filter.From is { } from)
        {
            And("e.timestamp >=", from.UtcDateTime);
        }

        if (filter.To is { } to)
        {
            And("e.timestamp <=", to.UtcDateTime);
        }
    }

    /// <returns>The parameter as the statement names it.</returns>
    private static string Add<T>(NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return string.Create(CultureInfo.InvariantCulture, $"${command.Parameters.Count}");
    }
}
