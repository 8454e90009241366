using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What no firm owns, in the order of its arrival, under the hub's own name.</summary>
internal static class QuarantineTable
{
    public static async Task Put(
        TenantTransaction transaction, IReadOnlyList<Stray> strays, FirmKeys hubsOwn, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        await using var batch = transaction.Batch();
        foreach (var stray in strays)
        {
            var id = Guid.CreateVersion7(receivedAt);
            batch.BatchCommands.Add(new(
                """
                insert into quarantine (tenant_id, id, waba_id, phone_number_id, app, reason, sealed, received_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """)
            {
                Parameters =
                {
                    Nobody(),
                    new NpgsqlParameter<Guid> { TypedValue = id },
                    new NpgsqlParameter<string?> { TypedValue = stray.WabaId },
                    new NpgsqlParameter<string?> { TypedValue = stray.PhoneNumberId },
                    new NpgsqlParameter<byte[]?> { TypedValue = stray.App },
                    new NpgsqlParameter<string> { TypedValue = stray.Reason.ToString() },
                    new NpgsqlParameter<byte[]> { TypedValue = hubsOwn.Seal(stray.Raw.Span, Place(id)) },
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = receivedAt },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What waits, counted by number or account, app and reason.</summary>
    public static async Task<IReadOnlyList<Quarantined>> Waiting(HubDataSource database, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(WebhookInbox.Nobody);
        batch.BatchCommands.Add(new(
            """
            select case when phone_number_id is null then waba_id end, phone_number_id, app, reason, count(*), min(received_at), max(received_at)
            from quarantine where tenant_id = $1 group by 1, 2, 3, 4 order by min(position)
            """)
        {
            Parameters = { Nobody() },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var waiting = new List<Quarantined>();
        while (await reader.ReadAsync(cancellationToken))
        {
            waiting.Add(new(
                new(reader.IsDBNull(0) ? null : reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2), Reason(reader.GetString(3)), reader.GetInt64(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return waiting;
    }

    /// <summary>The next changes of a number or an account that certain apps signed, in their order.</summary>
    /// <param name="apps">Traces of apps; the platform's own has none.</param>
    /// <param name="platform">Whether to take what the platform's app signed.</param>
    public static async Task<IReadOnlyList<QuarantinedChange>> Next(
        HubDataSource database, Subject subject, byte[][] apps, bool platform, long after, int atMost, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(WebhookInbox.Nobody);
        batch.BatchCommands.Add(new(
            $"""
            select position, id, waba_id, sealed, received_at from quarantine
            where tenant_id = $1 and {(subject.PhoneNumberId is null ? "phone_number_id is null and waba_id = $2" : "phone_number_id = $2")}
                and position > $3 and (app = any ($4) or ($5 and app is null))
            order by position limit $6
            """)
        {
            Parameters =
            {
                Nobody(),
                new NpgsqlParameter<string> { TypedValue = subject.PhoneNumberId ?? subject.WabaId! },
                new NpgsqlParameter<long> { TypedValue = after },
                new NpgsqlParameter<byte[][]> { TypedValue = apps },
                new NpgsqlParameter<bool> { TypedValue = platform },
                new NpgsqlParameter<int> { TypedValue = atMost },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var changes = new List<QuarantinedChange>();
        while (await reader.ReadAsync(cancellationToken))
        {
            changes.Add(new(
                reader.GetInt64(0), reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetFieldValue<byte[]>(3),
                reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return changes;
    }

    /// <summary>Takes changes out; where another node took some before, those are not among what comes back.</summary>
    public static async Task<IReadOnlySet<Guid>> Take(TenantTransaction transaction, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        await using var command = transaction.Command("delete from quarantine where tenant_id = $1 and id = any ($2) returning id");
        command.Parameters.Add(Nobody());
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var taken = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            taken.Add(reader.GetGuid(0));
        }

        return taken;
    }

    // A sentence is from before reasons had names; within seven days it is gone.
    private static QuarantineReason Reason(string stored) => Enum.TryParse<QuarantineReason>(stored, out var reason) ? reason : QuarantineReason.Unregistered;

    public static string Place(Guid id) => $"quarantine/{id:D}";

    private static NpgsqlParameter<string> Nobody() => new() { TypedValue = WebhookInbox.Nobody.ToString() };
}

/// <summary>What a change in quarantine speaks of: a number or, where it names none, an account.</summary>
internal sealed record Subject(string? WabaId, string? PhoneNumberId);

/// <summary>How much waits in quarantine for one subject.</summary>
/// <param name="App">The trace of the app that signed; <c>null</c> is the platform's.</param>
internal sealed record Quarantined(Subject Subject, byte[]? App, QuarantineReason Reason, long Changes, DateTimeOffset Oldest, DateTimeOffset Latest);

/// <summary>One change in quarantine, still sealed.</summary>
internal sealed record QuarantinedChange(long Position, Guid Id, string? WabaId, byte[] Sealed, DateTimeOffset ReceivedAt);
