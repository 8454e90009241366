using System.Buffers.Binary;
using System.Text;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>
/// Clients by blind index. A number and a user id that are seen together are the same client from then on; two clients already known
/// apart stay apart, as merging histories is a person's decision. The user id then counts, for a number can get another owner.
/// </summary>
public sealed class PostgresIdentityVault(HubDataSource database, FirmKeyRing firms, ISubjectKeyRing keys, TimeProvider clock) : IIdentityVault
{
    public async Task<DataSubjectId> Resolve(TenantId tenant, WhatsAppIdentity identity, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(tenant, cancellationToken);
        var names = Names(firm, identity);
        await using (var batch = database.Batch(tenant))
        {
            batch.BatchCommands.Add(Known(tenant, names));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            var known = await ReadKnown(reader, cancellationToken);
            if (known.Count == names.Count)
            {
                return Chosen(names, known)!.Value;
            }
        }

        return await Link(tenant, firm, names, cancellationToken);
    }

    public async Task<WhatsAppIdentity?> Reveal(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken)
    {
        await keys.Load(tenant, [subject], cancellationToken);
        if (keys.Find(subject) is not { } key)
        {
            return null;
        }

        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            "select kind, blind_index, sealed from identities where tenant_id = $1 and subject_id = $2 order by linked_at")
        {
            Parameters = { Text(tenant), new NpgsqlParameter<Guid> { TypedValue = subject.Value } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var latest = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            latest[reader.GetString(0)] = Unseal(key, reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        }

        return latest.Count == 0 ? null : new(latest.GetValueOrDefault("phone"), latest.GetValueOrDefault("user"));
    }

    public async Task<BlindIndex> IndexWamid(TenantId tenant, string wamid, CancellationToken cancellationToken) =>
        (await firms.Of(tenant, cancellationToken)).Index(BlindKind.Wamid, wamid);

    public async Task KeepWamid(TenantId tenant, DataSubjectId subject, string wamid, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(tenant, cancellationToken);
        var index = firm.IndexBytes(BlindKind.Wamid, wamid);
        await keys.Ensure(tenant, subject, cancellationToken);
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            "insert into wamids (tenant_id, blind_index, subject_id, sealed) values ($1, $2, $3, $4) on conflict do nothing")
        {
            Parameters =
            {
                Text(tenant),
                new NpgsqlParameter<byte[]> { TypedValue = index },
                new NpgsqlParameter<Guid> { TypedValue = subject.Value },
                new NpgsqlParameter<byte[]> { TypedValue = Seal(KeyOf(subject), index, wamid) },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<string?> RevealWamid(TenantId tenant, BlindIndex index, CancellationToken cancellationToken)
    {
        var bytes = Convert.FromHexString(index.Hex);
        DataSubjectId subject;
        byte[] box;
        await using (var batch = database.Batch(tenant))
        {
            batch.BatchCommands.Add(new("select subject_id, sealed from wamids where tenant_id = $1 and blind_index = $2")
            {
                Parameters = { Text(tenant), new NpgsqlParameter<byte[]> { TypedValue = bytes } },
            });
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            (subject, box) = (new DataSubjectId(reader.GetGuid(0)), reader.GetFieldValue<byte[]>(1));
        }

        await keys.Load(tenant, [subject], cancellationToken);
        return keys.Find(subject) is { } key ? Unseal(key, bytes, box) : null;
    }

    /// <summary>The slow way, at the first sight of a name: one at a time per name, so that two deliveries make one client.</summary>
    private async Task<DataSubjectId> Link(TenantId tenant, FirmKeys firm, List<Name> names, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Begin(tenant, cancellationToken);
        foreach (var name in names.OrderBy(name => name.LockKey))
        {
            await using var command = transaction.Command("select pg_advisory_xact_lock($1)");
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = name.LockKey });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        Dictionary<string, DataSubjectId> known;
        await using (var batch = transaction.Batch())
        {
            batch.BatchCommands.Add(Known(tenant, names));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            known = await ReadKnown(reader, cancellationToken);
        }

        var subject = Chosen(names, known) ?? await FirstFree(transaction, tenant, firm, names[0], cancellationToken);
        await keys.Ensure(tenant, subject, cancellationToken);
        var key = KeyOf(subject);
        foreach (var name in names.Where(name => !known.ContainsKey(name.Hex)))
        {
            await using var insert = transaction.Command(
                "insert into identities (tenant_id, blind_index, kind, subject_id, sealed, linked_at) values ($1, $2, $3, $4, $5, $6)");
            insert.Parameters.Add(Text(tenant));
            insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = name.Index });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name.Kind });
            insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject.Value });
            insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Seal(key, name.Index, name.Value) });
            insert.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.Commit(cancellationToken);
        return subject;
    }

    /// <summary>The id follows from the name, unless that client was erased: who comes back is a new client.</summary>
    private static async Task<DataSubjectId> FirstFree(
        TenantTransaction transaction, TenantId tenant, FirmKeys firm, Name name, CancellationToken cancellationToken)
    {
        for (var life = 1; ; life++)
        {
            var hash = firm.IndexBytes(BlindKind.Subject, $"{life}/{name.Hex}");
            var subject = new DataSubjectId(new Guid(hash.AsSpan(0, 16), bigEndian: true));
            await using var command = transaction.Command(
                "select exists (select from subject_keys where tenant_id = $1 and subject_id = $2 and wrapped is null)");
            command.Parameters.Add(Text(tenant));
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject.Value });
            if (await command.ExecuteScalarAsync(cancellationToken) is false)
            {
                return subject;
            }
        }
    }

    private static DataSubjectId? Chosen(List<Name> names, Dictionary<string, DataSubjectId> known) =>
        names.OrderByDescending(name => name.Kind == "user")
            .Select(name => known.TryGetValue(name.Hex, out var subject) ? subject : (DataSubjectId?)null)
            .FirstOrDefault(subject => subject is not null);

    private static List<Name> Names(FirmKeys firm, WhatsAppIdentity identity)
    {
        List<Name> names = [];
        if (identity.WaId is { Length: > 0 } phone)
        {
            names.Add(new("phone", phone, firm.IndexBytes(BlindKind.Phone, phone)));
        }

        if (identity.UserId is { Length: > 0 } user)
        {
            names.Add(new("user", user, firm.IndexBytes(BlindKind.User, user)));
        }

        return names.Count > 0 ? names : throw new ArgumentException("An identity has a number or a user id.", nameof(identity));
    }

    private static NpgsqlBatchCommand Known(TenantId tenant, List<Name> names) => new(
        "select blind_index, subject_id from identities where tenant_id = $1 and blind_index = any ($2)")
    {
        Parameters = { Text(tenant), new NpgsqlParameter<byte[][]> { TypedValue = [.. names.Select(name => name.Index)] } },
    };

    private static async Task<Dictionary<string, DataSubjectId>> ReadKnown(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, DataSubjectId>();
        while (await reader.ReadAsync(cancellationToken))
        {
            known.Add(Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(0)), new DataSubjectId(reader.GetGuid(1)));
        }

        return known;
    }

    private SubjectKey KeyOf(DataSubjectId subject) =>
        keys.Find(subject) ?? throw new InvalidOperationException($"Subject {subject} was erased: nothing is kept of it any more.");

    private static byte[] Seal(SubjectKey key, byte[] index, string value) =>
        SealedBox.Seal(key.Bytes, key.Version, Encoding.UTF8.GetBytes(value), index);

    private static string Unseal(SubjectKey key, byte[] index, byte[] box) => Encoding.UTF8.GetString(SealedBox.Open(key.Bytes, box, index));

    private static NpgsqlParameter<string> Text(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    private sealed record Name(string Kind, string Value, byte[] Index)
    {
        public string Hex { get; } = Convert.ToHexStringLower(Index);

        public long LockKey => BinaryPrimitives.ReadInt64BigEndian(Index);
    }
}
