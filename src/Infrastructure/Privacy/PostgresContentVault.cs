using System.Security.Cryptography;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>Contents in one table, each sealed under its subject's key with its own id beside it.</summary>
public sealed class PostgresContentVault(HubDataSource database, ISubjectKeyRing keys, TimeProvider clock) : IContentVault
{
    private readonly JoinedCalls<SealedContent, bool> _seal = new((tenant, contents) => Insert(database, tenant, contents));
    private readonly JoinedCalls<IReadOnlyCollection<ContentRef>, Dictionary<ContentRef, ReadOnlyMemory<byte>>> _open = new(
        async (tenant, asked) =>
        {
            var opened = await Open(database, keys, clock, tenant, [.. asked.SelectMany(some => some).Distinct()]);
            return [.. asked.Select(_ => opened)];
        });

    public async Task Seal(
        TenantId tenant, ContentRef reference, ReadOnlyMemory<byte> content, DateTimeOffset? destroyAt, CancellationToken cancellationToken)
    {
        await keys.Ensure(tenant, reference.Subject, cancellationToken);
        var key = keys.Find(reference.Subject)
            ?? throw new InvalidOperationException($"Subject {reference.Subject} was erased: nothing is kept of it any more.");
        var box = SealedBox.Seal(key.Bytes, key.Version, content.Span, Associated(reference.Id));
        await _seal.Make(tenant, new(reference, box, destroyAt), cancellationToken);
    }

    public async Task Keep(TenantId tenant, ContentRef reference, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            "update contents set destroy_at = null where tenant_id = $1 and id = $2 and subject_id = $3 and destroy_at > $4")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<Guid> { TypedValue = reference.Id },
                new NpgsqlParameter<Guid> { TypedValue = reference.Subject.Value },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<ReadOnlyMemory<byte>?> Open(TenantId tenant, ContentRef reference, CancellationToken cancellationToken) =>
        (await OpenAll(tenant, [reference], cancellationToken)).TryGetValue(reference.Id, out var content)
            ? (ReadOnlyMemory<byte>?)content // a bare null would turn into empty memory here
            : null;

    public async Task<IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>>> OpenAll(
        TenantId tenant, IReadOnlyCollection<ContentRef> references, CancellationToken cancellationToken)
    {
        var opened = await _open.Make(tenant, references, cancellationToken); // and what others asked for, by subject too
        return references.Distinct().Where(opened.ContainsKey).ToDictionary(reference => reference.Id, reference => opened[reference]);
    }

    private static async Task<Dictionary<ContentRef, ReadOnlyMemory<byte>>> Open(
        HubDataSource database, ISubjectKeyRing keys, TimeProvider clock, TenantId tenant, IReadOnlyCollection<ContentRef> references)
    {
        await keys.Load(tenant, [.. references.Select(reference => reference.Subject).Distinct()], CancellationToken.None);
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            """
            select id, subject_id, sealed from contents
            where tenant_id = $1 and id = any ($2) and (destroy_at is null or destroy_at > $3)
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. references.Select(reference => reference.Id)] },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() },
            },
        });
        var wanted = references.ToHashSet();
        var contents = new Dictionary<ContentRef, ReadOnlyMemory<byte>>();
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        await reader.NextResultAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            var reference = new ContentRef(new DataSubjectId(reader.GetGuid(1)), reader.GetGuid(0));
            if (wanted.Contains(reference) && keys.Find(reference.Subject) is { } key)
            {
                contents[reference] = Unseal(key, reference.Id, reader.GetFieldValue<byte[]>(2));
            }
        }

        return contents;
    }

    private static async Task<IReadOnlyList<bool>> Insert(HubDataSource database, TenantId tenant, IReadOnlyList<SealedContent> contents)
    {
        await using var batch = database.UnhurriedBatch(tenant); // the events that refer to them come after, and take them along
        batch.BatchCommands.Add(new(
            """
            insert into contents (tenant_id, id, subject_id, sealed, destroy_at)
            select $1, c.* from unnest($2, $3, $4, $5) as c (id, subject_id, sealed, destroy_at) order by c.id
            on conflict do nothing
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. contents.Select(content => content.Reference.Id)] },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. contents.Select(content => content.Reference.Subject.Value)] },
                new NpgsqlParameter<byte[][]> { TypedValue = [.. contents.Select(content => content.Sealed)] },
                new NpgsqlParameter<DateTimeOffset?[]> { TypedValue = [.. contents.Select(content => content.DestroyAt)] },
            },
        });
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return [.. contents.Select(_ => true)];
    }

    private static byte[] Unseal(SubjectKey key, Guid id, byte[] box)
    {
        try
        {
            return SealedBox.Open(key.Bytes, box, Associated(id));
        }
        catch (CryptographicException exception)
        {
            throw new KeyRingException($"Content {id} does not open under its subject's key: it was moved, damaged or tampered with.", exception);
        }
    }

    private static byte[] Associated(Guid id) => id.ToByteArray(bigEndian: true);

    private sealed record SealedContent(ContentRef Reference, byte[] Sealed, DateTimeOffset? DestroyAt);
}
