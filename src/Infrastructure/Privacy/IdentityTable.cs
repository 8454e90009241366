using System.Buffers.Binary;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>The table of numbers and user ids, by their blind indexes alone.</summary>
internal static class IdentityTable
{
    /// <summary>Of each person those of the names that are in the vault.</summary>
    public static async Task<IReadOnlyList<Dictionary<BlindIndex, KnownName>>> Known(
        HubDataSource database, TenantId tenant, IReadOnlyList<IReadOnlyList<IdentityName>> people, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(Asking(tenant, people));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await ReadKnown(reader, people, cancellationToken);
    }

    /// <summary>Those of the names that are in the vault, as this transaction sees them.</summary>
    public static async Task<Dictionary<BlindIndex, KnownName>> Known(
        TenantTransaction transaction, TenantId tenant, IReadOnlyList<IdentityName> names, CancellationToken cancellationToken)
    {
        await using var batch = transaction.Batch();
        batch.BatchCommands.Add(Asking(tenant, [names]));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return (await ReadKnown(reader, [names], cancellationToken))[0];
    }

    private static NpgsqlBatchCommand Asking(TenantId tenant, IReadOnlyList<IReadOnlyList<IdentityName>> people) => new(
        """
        select p.person, i.blind_index, i.kind, i.subject_id, i.joined, i.former_subject_id, i.given_up_at, array(
            select other.blind_index from identities other
            where other.tenant_id = $1 and other.subject_id = i.subject_id and other.kind = 'user' and other.given_up_at is null)
        from unnest($2, $3) as p (person, blind_index)
        join identities i on i.tenant_id = $1 and i.blind_index = p.blind_index
        """)
    {
        Parameters =
        {
            Text(tenant),
            new NpgsqlParameter<int[]> { TypedValue = [.. people.SelectMany((names, person) => Enumerable.Repeat(person, names.Count))] },
            Indexes(people.SelectMany(names => names).Select(name => name.Index)),
        },
    };

    private static async Task<IReadOnlyList<Dictionary<BlindIndex, KnownName>>> ReadKnown(
        NpgsqlDataReader reader, IReadOnlyList<IReadOnlyList<IdentityName>> people, CancellationToken cancellationToken)
    {
        Dictionary<BlindIndex, KnownName>[] known = [.. people.Select(_ => new Dictionary<BlindIndex, KnownName>())];
        while (await reader.ReadAsync(cancellationToken))
        {
            var person = reader.GetInt32(0);
            var index = IndexOf(reader.GetFieldValue<byte[]>(1));
            known[person].TryAdd(index, new KnownName(
                reader.GetString(2) == "user" ? IdentityKind.User : IdentityKind.Phone,
                index,
                new DataSubjectId(reader.GetGuid(3)),
                reader.GetBoolean(4),
                reader.IsDBNull(5) ? null : new DataSubjectId(reader.GetGuid(5)),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6),
                reader.GetFieldValue<byte[][]>(7).Select(IndexOf).Any(user => people[person].All(name => name.Index != user))));
        }

        return known;
    }

    /// <summary>Nobody else decides on these names until the transaction ends.</summary>
    public static async Task Lock(TenantTransaction transaction, IEnumerable<IdentityName> names, CancellationToken cancellationToken)
    {
        await using var batch = transaction.Batch();
        foreach (var key in names.Select(name => LockKey(name.Index)).Distinct().Order())
        {
            batch.BatchCommands.Add(new("select pg_advisory_xact_lock($1)") { Parameters = { new NpgsqlParameter<long> { TypedValue = key } } });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Which of these ids no newcomer may have: that client was erased, or has given its name up.</summary>
    public static async Task<IReadOnlySet<DataSubjectId>> NotFree(
        TenantTransaction transaction, TenantId tenant, IEnumerable<DataSubjectId> clients, CancellationToken cancellationToken)
    {
        await using var command = transaction.Command(
            """
            select c.id from unnest($2) as c (id)
            where exists (select from subject_keys k where k.tenant_id = $1 and k.subject_id = c.id and k.wrapped is null)
                or exists (select from identities i where i.tenant_id = $1 and i.subject_id = c.id)
            """);
        command.Parameters.Add(Text(tenant));
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. clients.Select(client => client.Value)] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var taken = new HashSet<DataSubjectId>();
        while (await reader.ReadAsync(cancellationToken))
        {
            taken.Add(new DataSubjectId(reader.GetGuid(0)));
        }

        return taken;
    }

    /// <summary>First names of new clients.</summary>
    public static async Task Enter(
        TenantTransaction transaction, TenantId tenant, IReadOnlyList<EnteredName> names, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var insert = transaction.Command(
            """
            insert into identities (tenant_id, blind_index, kind, subject_id, sealed, linked_at)
            select $1, n.blind_index, n.kind, n.subject_id, n.sealed, $6 from unnest($2, $3, $4, $5) as n (blind_index, kind, subject_id, sealed)
            """);
        insert.Parameters.Add(Text(tenant));
        insert.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. names.Select(name => name.Index)] });
        insert.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. names.Select(name => name.Kind)] });
        insert.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. names.Select(name => name.Client.Value)] });
        insert.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. names.Select(name => name.Sealed)] });
        insert.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        await insert.ExecuteNonQueryAsync(cancellationToken);
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
            owners.Add(IndexOf(reader.GetFieldValue<byte[]>(0)), new DataSubjectId(reader.GetGuid(1)));
        }

        return owners;
    }

    public static NpgsqlParameter<string> Text(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    public static NpgsqlParameter<byte[][]> Indexes(IEnumerable<BlindIndex> names) => new() { TypedValue = [.. names.Select(Bytes)] };

    public static byte[] Bytes(BlindIndex index) => Convert.FromHexString(index.Hex);

    private static BlindIndex IndexOf(byte[] bytes) => new(Convert.ToHexStringLower(bytes));

    private static long LockKey(BlindIndex index) => BinaryPrimitives.ReadInt64BigEndian(Bytes(index));
}

/// <summary>A new client's first name, sealed under the client's key.</summary>
internal sealed record EnteredName(byte[] Index, string Kind, DataSubjectId Client, byte[] Sealed);
