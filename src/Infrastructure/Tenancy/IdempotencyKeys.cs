using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>The first answer to a request, sealed by the caller.</summary>
public sealed record FirstAnswer(int Status, string? ContentType, string? Location, byte[] Body);

/// <summary>What is known about a request's key.</summary>
public abstract record KeyState
{
    private KeyState()
    {
    }

    /// <summary>New: the caller goes on, and must <see cref="IdempotencyKeys.Keep"/> or <see cref="IdempotencyKeys.Release"/>.</summary>
    public sealed record Held : KeyState;

    /// <summary>The same request is being answered at this moment.</summary>
    public sealed record Running : KeyState;

    /// <summary>The key came before, with another body.</summary>
    public sealed record Different : KeyState;

    public sealed record Answered(FirstAnswer Answer) : KeyState;
}

/// <summary>Remembers for a day how a POST with an <c>Idempotency-Key</c> was answered first.</summary>
public sealed class IdempotencyKeys(HubDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // Longer than any request runs: past it whoever held the key is dead, and the request may run again.
    private static readonly TimeSpan HoldTime = TimeSpan.FromMinutes(2);

    public async Task<KeyState> Hold(TenantId tenant, CauseId key, byte[] fingerprint, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var taking = Command(
            """
            insert into idempotency_keys as k (tenant_id, cause_id, fingerprint, held_until) values ($1, $2, $3, $4)
            on conflict (tenant_id, cause_id) do update set held_until = excluded.held_until
            where k.status is null and k.held_until < $5 and k.fingerprint = excluded.fingerprint
            """,
            tenant.ToString(), key.Value, fingerprint, now + HoldTime, now);
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(Command("delete from idempotency_keys where tenant_id = $1 and created_at < $2", tenant.ToString(), now - Kept));
        batch.BatchCommands.Add(taking);
        batch.BatchCommands.Add(Command(
            "select fingerprint, status, content_type, location, body from idempotency_keys where tenant_id = $1 and cause_id = $2",
            tenant.ToString(), key.Value));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the tenant's setting; the two writes have no rows
        if (!await reader.ReadAsync(cancellationToken))
        {
            return new KeyState.Running();
        }

        if (!reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(fingerprint))
        {
            return new KeyState.Different();
        }

        if (await reader.IsDBNullAsync(1, cancellationToken))
        {
            return taking.RecordsAffected == 1 ? new KeyState.Held() : new KeyState.Running();
        }

        return new KeyState.Answered(new FirstAnswer(
            reader.GetInt32(1),
            await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2),
            await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3),
            reader.GetFieldValue<byte[]>(4)));
    }

    public async Task Keep(TenantId tenant, CauseId key, FirstAnswer answer, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(Command(
            "update idempotency_keys set status = $3, content_type = $4, location = $5, body = $6 where tenant_id = $1 and cause_id = $2",
            tenant.ToString(), key.Value, answer.Status, answer.ContentType, answer.Location, answer.Body));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The request failed on our side: it may be tried again.</summary>
    public async Task Release(TenantId tenant, CauseId key, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(Command(
            "delete from idempotency_keys where tenant_id = $1 and cause_id = $2 and status is null", tenant.ToString(), key.Value));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Command(string sql, params object?[] values)
    {
#pragma warning disable CA2100 // constants of this file
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(value is null
                ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }
                : new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
