using System.Runtime.CompilerServices;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// Reads an export in one transaction, so that its checkpoints cover exactly its events. While one piece is written, the next one is read;
/// no more than two are in memory.
/// </summary>
public sealed class PostgresEventExport(HubDataSource database, LedgerKeys keys) : IEventExport
{
    private const int EventsAtOnce = 1024;
    private const int CheckpointsAtOnce = 1024;

    public async IAsyncEnumerable<ExportPiece> Read(
        TenantId tenant, EventFilter filter, int? limit, bool withLedger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var published = withLedger ? await keys.Published(cancellationToken) : [];
        await using var transaction = await database.BeginInstant(tenant, cancellationToken);
        var leaves = new LeafIndexes(transaction.Connection, tenant.ToString());
        var left = limit ?? int.MaxValue;
        var next = Events(transaction.Connection, tenant, filter, Math.Min(left, EventsAtOnce), leaves, cancellationToken);
        try
        {
            while (await next is { Count: > 0 } events)
            {
                left -= events.Count;
                filter = filter with { After = events[^1].Entry.Sequence };
                next = Events(transaction.Connection, tenant, filter, Math.Min(left, EventsAtOnce), leaves, cancellationToken);
                yield return new(events, [], []);
            }
        }
        finally
        {
            // Whoever stops listening leaves a read under way, and the connection must be free before it is given back.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        for (var after = 0L; withLedger && await Checkpoints(transaction.Connection, tenant, after, cancellationToken) is { Count: > 0 } page; after = page[^1].Size)
        {
            yield return new([], [.. page.Select(checkpoint => checkpoint.Jws)], []);
        }

        yield return new([], [], published);
    }

    private static async Task<List<ExportedEvent>> Events(
        NpgsqlConnection connection, TenantId tenant, EventFilter filter, int count, LeafIndexes leaves, CancellationToken cancellationToken)
    {
        var placed = new List<PlacedEntry>(count);
        if (count > 0)
        {
            await using var batch = new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { PostgresEventLog.Query(tenant, filter, count) } };
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                placed.Add(EntryReading.Read(reader));
            }
        }

        var events = new List<ExportedEvent>(placed.Count);
        foreach (var (position, entry) in placed)
        {
            events.Add(new(entry, await leaves.Of(position, cancellationToken)));
        }

        return events;
    }

    private static async Task<List<(long Size, string Jws)>> Checkpoints(
        NpgsqlConnection connection, TenantId tenant, long after, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select size, jws from ledger_checkpoints where tenant_id = $1 and size > $2 order by size limit $3", connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<long> { TypedValue = after },
                new NpgsqlParameter<int> { TypedValue = CheckpointsAtOnce },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var page = new List<(long, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            page.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return page;
    }
}
