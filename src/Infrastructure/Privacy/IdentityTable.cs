using System.Buffers.Binary;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>The table of numbers and user ids, by their blind indexes alone.</summary>
internal static class IdentityTable
{
    /// <summary>Those of the names that are in the vault.</summary>
    public static async Task<Dictionary<BlindIndex, KnownName>> Known(
        HubDataSource database, TenantId tenant, IReadOnlyList<IdentityName> names, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(Asking(tenant, names));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await ReadKnown(reader, cancellationToken);
    }

    /// <summary>Those of the names that are in the vault, as this transaction sees them.</summary>
    public static async Task<Dictionary<BlindIndex, KnownName>> Known(
        TenantTransaction transaction, TenantId tenant, IReadOnlyList<IdentityName> names, CancellationToken cancellationToken)
    {
        await using var batch = transaction.Batch();
        batch.BatchCommands.Add(Asking(tenant, names));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await ReadKnown(reader, cancellationToken);
    }

    private static NpgsqlBatchCommand Asking(TenantId tenant, IReadOnlyList<IdentityName> names) => new(
        """
        select i.blind_index, i.kind, i.subject_id, i.joined, i.former_subject_id, i.given_up_at, exists (
            select from identities other
            where other.tenant_id = $1 and other.subject_id = i.subject_id and other.kind = 'user' and other.given_up_at is null
                and not other.blind_index = any ($2))
        from identities i where i.tenant_id = $1 and i.blind_index = any ($2)
        """)
    {
        Parameters = { Text(tenant), Indexes(names.Select(name => name.Index)) },
    };

    private static async Task<Dictionary<BlindIndex, KnownName>> ReadKnown(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var known = new Dictionary<BlindIndex, KnownName>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var index = IndexOf(reader, 0);
            known.Add(index, new KnownName(
                reader.GetString(1) == "user" ? IdentityKind.User : IdentityKind.Phone,
                index,
                new DataSubjectId(reader.GetGuid(2)),
                reader.GetBoolean(3),
                reader.IsDBNull(4) ? null : new DataSubjectId(reader.GetGuid(4)),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetBoolean(6)));
        }

        return known;
    }

    /// <summary>Nobody else decides on these names until the transaction ends.</summary>
    public static async Task Lock(TenantTransaction transaction, IEnumerable<IdentityName> names, CancellationToken cancellationToken)
    {
        foreach (var key in names.Select(name => LockKey(name.Index)).Distinct().Order())
        {
            await using var command = transaction.Command("select pg_advisory_xact_lock($1)");
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = key });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Whoever changes either name has another number: Meta makes a new user id with it. An old user id stays only where no new one is told.
    /// </summary>
    public static async Task GiveUp(
        TenantTransaction transaction,
        TenantId tenant,
        DataSubjectId client,
        IReadOnlyList<IdentityName> kept,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        await using var update = transaction.Command(
            """
            update identities set given_up_at = $4
            where tenant_id = $1 and subject_id = $2 and given_up_at is null and not blind_index = any ($3) and (kind = 'phone' or $5)
            """);
        update.Parameters.Add(Text(tenant));
        update.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = client.Value });
        update.Parameters.Add(Indexes(kept.Select(name => name.Index)));
        update.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at.ToUniversalTime() });
        update.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = kept.Any(name => name.Kind == IdentityKind.User) });
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whose these names are, as far as anybody's; for who must know it before a message is taken in.</summary>
    public static async Task<IReadOnlyDictionary<BlindIndex, DataSubjectId>> Owners(
        HubDataSource database, TenantId tenant, IReadOnlyCollection<BlindIndex> names, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new("select blind_index, subject_id from identities where tenant_id = $1 and blind_index = any ($2)")
        {
            Parameters = { Text(tenant), Indexes(names) },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var owners = new Dictionary<BlindIndex, DataSubjectId>();
        while (await reader.ReadAsync(cancellationToken))
        {
            owners.Add(IndexOf(reader, 0), new DataSubjectId(reader.GetGuid(1)));
        }

        return owners;
    }

    public static NpgsqlParameter<string> Text(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    public static NpgsqlParameter<byte[][]> Indexes(IEnumerable<BlindIndex> names) => new() { TypedValue = [.. names.Select(Bytes)] };

    public static byte[] Bytes(BlindIndex index) => Convert.FromHexString(index.Hex);

    private static BlindIndex IndexOf(NpgsqlDataReader reader, int column) => new(Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(column)));

    private static long LockKey(BlindIndex index) => BinaryPrimitives.ReadInt64BigEndian(Bytes(index));
}
