using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Bus;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Projections;

/// <summary>The table of what could not be processed, of every kind; that it happened stands in the log.</summary>
public sealed class DeadLetters(HubDataSource database, IEventStore events, IServiceProvider services) : IDeadLetters
{
    private const string Columns = "id, kind, name, reference, reason, attempts, at, retried_at";

    public async Task Add(
        TenantId tenant, string kind, string name, string reference, string reason, int attempts, CancellationToken cancellationToken)
    {
        // The log first: a crash before the row is there makes the caller come again, and the log takes it once.
        var id = DeadLetterStream.For(tenant, kind, name, reference);
        (await events.Transact(
            DeadLetterStream.Of(tenant, id), DeadLetterStanding.Decider, new DeadLetterCommand.GiveUp(id, kind, name, reference, attempts),
            new Provenance(Actor.System("dead-letters"), new CauseId(Guid.NewGuid()), id.Value), cancellationToken)).OrThrow();
        await using var transaction = await database.Begin(tenant, cancellationToken);
        await using var command = transaction.Command(
            """
            insert into dead_letters as d (tenant_id, kind, name, reference, reason, attempts, id) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, kind, name, reference) do update
            set reason = excluded.reason, attempts = d.attempts + excluded.attempts, at = clock_timestamp(), retried_at = null
            """);
        command.Parameters.AddRange(new[] { Text(tenant.ToString()), Text(kind), Text(name), Text(reference), Text(reason) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = attempts });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.Commit(cancellationToken);
    }

    public async Task<Page<DeadLetter>> List(TenantId tenant, DeadLetterFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(page.Limit, 1, 200);
        var after = Cursor.Read(page.After);
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"""
            select {Columns} from dead_letters
            where tenant_id = $1 and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3))
            and ($5::text is null or kind = $5) and ($6::text is null or name = $6) and ($7::boolean is null or (retried_at is null) = $7)
            order by at desc, id desc limit $4
            """)
        {
            Parameters =
            {
                Text(tenant.ToString()),
                new NpgsqlParameter { Value = Instant(after), NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new NpgsqlParameter<Guid> { TypedValue = after?.Key ?? Guid.Empty },
                new NpgsqlParameter<int> { TypedValue = limit + 1 },
                new NpgsqlParameter { Value = (object?)filter.Kind ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter { Value = (object?)filter.Name ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter { Value = (object?)filter.IsWaiting ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var letters = new List<DeadLetter>();
        while (await reader.ReadAsync(cancellationToken))
        {
            letters.Add(Read(tenant, reader));
        }

        var items = letters.Take(limit).ToArray();
        return new(items, letters.Count > limit ? new Cursor(items[^1].At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), items[^1].Id).ToString() : null);
    }

    public async Task<Result<Nothing>> Retry(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        if (await Find(tenant, id, cancellationToken) is not { } letter)
        {
            return DeadLetterRefusals.NotFound;
        }

        var kind = services.GetServices<IRetryDeadLetter>().FirstOrDefault(kind => kind.Kind == letter.Kind);
        if (kind is null)
        {
            return DeadLetterRefusals.NotRetryable(letter.Kind);
        }

        try
        {
            await kind.Retry(letter, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever it is, the person who asked for the attempt is told
        catch (Exception e)
#pragma warning restore CA1031
        {
            var reason = FailureReason.Of(e);
            await Add(tenant, letter.Kind, letter.Name, letter.Reference, reason, 1, cancellationToken);
            return DeadLetterRefusals.FailedAgain(reason);
        }

        await MarkRetried(tenant, id, cancellationToken);
        return default(Nothing);
    }

    private async Task<DeadLetter?> Find(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select {Columns} from dead_letters where tenant_id = $1 and id = $2")
        {
            Parameters = { Text(tenant.ToString()), new NpgsqlParameter<Guid> { TypedValue = id } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(tenant, reader) : null;
    }

    private async Task MarkRetried(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("update dead_letters set retried_at = clock_timestamp() where tenant_id = $1 and id = $2")
        {
            Parameters = { Text(tenant.ToString()), new NpgsqlParameter<Guid> { TypedValue = id } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DeadLetter Read(TenantId tenant, NpgsqlDataReader reader) => new(
        tenant, reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt32(5),
        reader.GetFieldValue<DateTimeOffset>(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7));

    private static object Instant(Cursor? cursor) =>
        cursor is not null && DateTime.TryParseExact(cursor.SortKey, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? at
            : DBNull.Value;

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };
}
