using System.Text;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>
/// Clients by blind index. A number and a user id that are seen together are the same client from then on; two clients already known
/// apart stay apart, as merging histories is a person's decision (decision 33).
/// </summary>
public sealed class PostgresIdentityVault : IIdentityVault, IDisposable
{
    /// <summary>Each of them holds a connection, and asks for another one meanwhile.</summary>
    private const int LinkedAtOnce = 4;

    private readonly HubDataSource _database;
    private readonly FirmKeyRing _firms;
    private readonly ISubjectKeyRing _keys;
    private readonly TimeProvider _clock;
    private readonly JoinedCalls<IReadOnlyList<IdentityName>, Dictionary<BlindIndex, KnownName>> _known;
    private readonly JoinedCalls<KeptWamid, bool> _keepWamids;
    private readonly JoinedCalls<IReadOnlyList<IdentityName>, Recognised?> _newcomers;
    private readonly JoinedCalls<DataSubjectId, WhatsAppIdentity?> _reveal;
    private readonly SemaphoreSlim _linking = new(LinkedAtOnce);

    public PostgresIdentityVault(HubDataSource database, FirmKeyRing firms, ISubjectKeyRing keys, TimeProvider clock)
    {
        (_database, _firms, _keys, _clock) = (database, firms, keys, clock);
        _known = new((tenant, people) => IdentityTable.Known(database, tenant, people, CancellationToken.None));
        _keepWamids = new((tenant, wamids) => Keep(database, tenant, wamids));
        _newcomers = new(Found);
        _reveal = new((tenant, subjects) => Reveal(database, keys, tenant, subjects));
    }

    public void Dispose() => _linking.Dispose();

    public async Task<Recognised> Resolve(TenantId tenant, WhatsAppIdentity identity, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var firm = await _firms.Of(tenant, cancellationToken);
        var names = Names(firm, identity);
        return IdentityMatch.Of(names, await _known.Make(tenant, names, cancellationToken), at) is { Settled: { } settled }
            ? settled
            : await _newcomers.Make(tenant, names, cancellationToken) ?? await Link(tenant, firm, names, at, cancellationToken);
    }

    public async Task<Recognised> Change(
        TenantId tenant, WhatsAppIdentity from, WhatsAppIdentity to, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var firm = await _firms.Of(tenant, cancellationToken);
        return await Change(tenant, Names(firm, from), Names(firm, to), at, cancellationToken)
            ?? await Resolve(tenant, to, at, cancellationToken); // nobody here went by the old names
    }

    public Task<WhatsAppIdentity?> Reveal(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) =>
        _reveal.Make(tenant, subject, cancellationToken);

    public async Task<BlindIndex> IndexWamid(TenantId tenant, string wamid, CancellationToken cancellationToken) =>
        (await _firms.Of(tenant, cancellationToken)).Index(BlindKind.Wamid, wamid);

    public async Task KeepWamid(TenantId tenant, DataSubjectId subject, string wamid, CancellationToken cancellationToken)
    {
        var firm = await _firms.Of(tenant, cancellationToken);
        var index = firm.IndexBytes(BlindKind.Wamid, wamid);
        await _keys.Ensure(tenant, subject, cancellationToken);
        await _keepWamids.Make(tenant, new(index, subject, Seal(KeyOf(subject), index, wamid)), cancellationToken);
    }

    public async Task<string?> RevealWamid(TenantId tenant, BlindIndex index, CancellationToken cancellationToken)
    {
        var bytes = Convert.FromHexString(index.Hex);
        DataSubjectId subject;
        byte[] box;
        await using (var batch = _database.Batch(tenant))
        {
            batch.BatchCommands.Add(new("select subject_id, sealed from wamids where tenant_id = $1 and blind_index = $2")
            {
                Parameters = { IdentityTable.Text(tenant), new NpgsqlParameter<byte[]> { TypedValue = bytes } },
            });
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            (subject, box) = (new DataSubjectId(reader.GetGuid(0)), reader.GetFieldValue<byte[]>(1));
        }

        await _keys.Load(tenant, [subject], cancellationToken);
        return _keys.Find(subject) is { } key ? Unseal(key, bytes, box) : null;
    }

    private static async Task<IReadOnlyList<WhatsAppIdentity?>> Reveal(
        HubDataSource database, ISubjectKeyRing keys, TenantId tenant, IReadOnlyList<DataSubjectId> asked)
    {
        DataSubjectId[] subjects = [.. asked.Distinct()];
        await keys.Load(tenant, subjects, CancellationToken.None);
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            "select subject_id, kind, blind_index, sealed from identities where tenant_id = $1 and subject_id = any ($2) and given_up_at is null order by linked_at")
        {
            Parameters = { IdentityTable.Text(tenant), new NpgsqlParameter<Guid[]> { TypedValue = Array.ConvertAll(subjects, subject => subject.Value) } },
        });
        var latest = new Dictionary<(DataSubjectId Subject, string Kind), string>();
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        await reader.NextResultAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            var subject = new DataSubjectId(reader.GetGuid(0));
            if (keys.Find(subject) is { } key)
            {
                latest[(subject, reader.GetString(1))] = Unseal(key, reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3));
            }
        }

        return
        [
            .. asked.Select(subject => (Phone: latest.GetValueOrDefault((subject, "phone")), User: latest.GetValueOrDefault((subject, "user"))))
                .Select(names => names is (null, null) ? null : new WhatsAppIdentity(names.Phone, names.User)),
        ];
    }

    private static async Task<IReadOnlyList<bool>> Keep(HubDataSource database, TenantId tenant, IReadOnlyList<KeptWamid> wamids)
    {
        await using var batch = database.UnhurriedBatch(tenant); // the events that name them come after, and take them along
        batch.BatchCommands.Add(new(
            """
            insert into wamids (tenant_id, blind_index, subject_id, sealed)
            select $1, w.* from unnest($2, $3, $4) as w (blind_index, subject_id, sealed) order by w.blind_index
            on conflict do nothing
            """)
        {
            Parameters =
            {
                IdentityTable.Text(tenant),
                new NpgsqlParameter<byte[][]> { TypedValue = [.. wamids.Select(wamid => wamid.Index)] },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. wamids.Select(wamid => wamid.Subject.Value)] },
                new NpgsqlParameter<byte[][]> { TypedValue = [.. wamids.Select(wamid => wamid.Sealed)] },
            },
        });
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return [.. wamids.Select(_ => true)];
    }

    /// <summary>
    /// The usual first sight: of many people at once, those of whom no name is known, nor named by another of them, and whose ids are free.
    /// One at a time per name, so that two deliveries make one client.
    /// </summary>
    /// <returns><c>null</c> for those whose case is another one.</returns>
    private async Task<IReadOnlyList<Recognised?>> Found(TenantId tenant, IReadOnlyList<IReadOnlyList<IdentityName>> people)
    {
        var firm = await _firms.Of(tenant, CancellationToken.None);
        await using var transaction = await _database.Begin(tenant, CancellationToken.None);
        await IdentityTable.Lock(transaction, people.SelectMany(names => names), CancellationToken.None);
        var known = await IdentityTable.Known(transaction, tenant, [.. people.SelectMany(names => names).DistinctBy(name => name.Index)], CancellationToken.None);
        var named = people.SelectMany(names => names.Select(name => name.Index)).CountBy(index => index).ToDictionary();
        var strangers = people.Select(names => (Names: names, Client: Founded(firm, names[0].Index)))
            .Where(person => person.Names.All(name => !known.ContainsKey(name.Index) && named[name.Index] == 1))
            .ToArray();
        var taken = await IdentityTable.NotFree(transaction, tenant, strangers.Select(person => person.Client), CancellationToken.None);
        var founded = strangers.Where(person => !taken.Contains(person.Client)).ToArray();
        await Task.WhenAll(founded.Select(person => _keys.Ensure(tenant, person.Client, CancellationToken.None)));
        await IdentityTable.Enter(
            transaction, tenant,
            [
                .. founded.SelectMany(person => person.Names.Select(name => new EnteredName(
                    IdentityTable.Bytes(name.Index), Word(name.Kind), person.Client,
                    Seal(KeyOf(person.Client), IdentityTable.Bytes(name.Index), name.Value)))),
            ],
            _clock.GetUtcNow(), CancellationToken.None);
        await transaction.Commit(CancellationToken.None);
        var clients = founded.ToDictionary(person => person.Names, person => person.Client);
        return [.. people.Select(names => clients.TryGetValue(names, out var client) ? new Recognised(client, [], []) : null)];
    }

    /// <summary>Any other first sight of a name, by itself.</summary>
    private async Task<Recognised> Link(
        TenantId tenant, FirmKeys firm, IReadOnlyList<IdentityName> names, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await _linking.WaitAsync(cancellationToken);
        try
        {
            return await LinkAlone(tenant, firm, names, at, cancellationToken);
        }
        finally
        {
            _linking.Release();
        }
    }

    private async Task<Recognised> LinkAlone(
        TenantId tenant, FirmKeys firm, IReadOnlyList<IdentityName> names, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.Begin(tenant, cancellationToken);
        await IdentityTable.Lock(transaction, names, cancellationToken);
        var match = IdentityMatch.Of(names, await IdentityTable.Known(transaction, tenant, names, cancellationToken), at);
        var client = match.Client ?? await FirstFree(transaction, tenant, firm, match.Founded, cancellationToken);
        foreach (var name in match.Joining)
        {
            await Enter(transaction, tenant, client, name, joined: match.Client is not null, former: null, cancellationToken);
        }

        foreach (var taken in match.Taken)
        {
            var name = names.Single(name => name.Index == taken.Index);
            await Take(transaction, tenant, client, name, joined: match.Client is not null, taken.Subject, cancellationToken);
        }

        var settled = IdentityMatch.Recognise(client, (await IdentityTable.Known(transaction, tenant, names, cancellationToken)).Values);
        await transaction.Commit(cancellationToken);
        return settled;
    }

    private async Task<Recognised?> Change(
        TenantId tenant, IReadOnlyList<IdentityName> before, IReadOnlyList<IdentityName> after, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await _linking.WaitAsync(cancellationToken);
        try
        {
            return await ChangeAlone(tenant, before, after, at, cancellationToken);
        }
        finally
        {
            _linking.Release();
        }
    }

    private async Task<Recognised?> ChangeAlone(
        TenantId tenant, IReadOnlyList<IdentityName> before, IReadOnlyList<IdentityName> after, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.Begin(tenant, cancellationToken);
        await IdentityTable.Lock(transaction, before.Concat(after), cancellationToken);
        if (IdentityMatch.Of(before, await IdentityTable.Known(transaction, tenant, before, cancellationToken), at).Client is not { } client)
        {
            return null;
        }

        var known = await IdentityTable.Known(transaction, tenant, after, cancellationToken);
        foreach (var name in after)
        {
            if (!known.TryGetValue(name.Index, out var present))
            {
                await Enter(transaction, tenant, client, name, joined: true, former: null, cancellationToken);
            }
            else if (present.GivenUpBefore(at))
            {
                await Take(transaction, tenant, client, name, joined: true, present.Subject, cancellationToken);
            }
        }

        await IdentityTable.GiveUp(transaction, tenant, client, after, at, cancellationToken);
        var settled = IdentityMatch.Recognise(client, (await IdentityTable.Known(transaction, tenant, after, cancellationToken)).Values);
        await transaction.Commit(cancellationToken);
        return settled;
    }

    private async Task Enter(
        TenantTransaction transaction,
        TenantId tenant,
        DataSubjectId client,
        IdentityName name,
        bool joined,
        DataSubjectId? former,
        CancellationToken cancellationToken)
    {
        await _keys.Ensure(tenant, client, cancellationToken);
        var index = IdentityTable.Bytes(name.Index);
        await using var insert = transaction.Command(
            """
            insert into identities (tenant_id, blind_index, kind, subject_id, sealed, linked_at, joined, former_subject_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """);
        insert.Parameters.Add(IdentityTable.Text(tenant));
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = index });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Word(name.Kind) });
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = client.Value });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Seal(KeyOf(client), index, name.Value) });
        insert.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = _clock.GetUtcNow() });
        insert.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = joined });
        insert.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = former?.Value });
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A name passes to another client: sealed anew, under that client's key.</summary>
    private async Task Take(
        TenantTransaction transaction,
        TenantId tenant,
        DataSubjectId client,
        IdentityName name,
        bool joined,
        DataSubjectId former,
        CancellationToken cancellationToken)
    {
        await using (var delete = transaction.Command("delete from identities where tenant_id = $1 and blind_index = $2"))
        {
            delete.Parameters.Add(IdentityTable.Text(tenant));
            delete.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = IdentityTable.Bytes(name.Index) });
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        await Enter(transaction, tenant, client, name, joined, former, cancellationToken);
    }

    /// <summary>The id follows from the name, unless that client was erased, or has given the name up: who comes then is a new client.</summary>
    private static async Task<DataSubjectId> FirstFree(
        TenantTransaction transaction, TenantId tenant, FirmKeys firm, IdentityName name, CancellationToken cancellationToken)
    {
        for (var life = 1; ; life++)
        {
            var subject = Founded(firm, name.Index, life);
            await using var command = transaction.Command(
                """
                select exists (select from subject_keys where tenant_id = $1 and subject_id = $2 and wrapped is null)
                    or exists (select from identities where tenant_id = $1 and subject_id = $2)
                """);
            command.Parameters.Add(IdentityTable.Text(tenant));
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject.Value });
            if (await command.ExecuteScalarAsync(cancellationToken) is false)
            {
                return subject;
            }
        }
    }

    /// <summary>The client that a name would found.</summary>
    internal static DataSubjectId Founded(FirmKeys firm, BlindIndex name, int life = 1) =>
        new(new Guid(firm.IndexBytes(BlindKind.Subject, $"{life}/{name.Hex}").AsSpan(0, 16), bigEndian: true));

    /// <exception cref="ArgumentException">It names nobody.</exception>
    internal static IReadOnlyList<IdentityName> Names(FirmKeys firm, WhatsAppIdentity identity)
    {
        List<IdentityName> names = [];
        if (identity.WaId is { Length: > 0 } phone)
        {
            names.Add(new(IdentityKind.Phone, phone, firm.Index(BlindKind.Phone, phone)));
        }

        if (identity.UserId is { Length: > 0 } user)
        {
            names.Add(new(IdentityKind.User, user, firm.Index(BlindKind.User, user)));
        }

        return names.Count > 0 ? names : throw new ArgumentException("An identity has a number or a user id.", nameof(identity));
    }

    private SubjectKey KeyOf(DataSubjectId subject) =>
        _keys.Find(subject) ?? throw new InvalidOperationException($"Subject {subject} was erased: nothing is kept of it any more.");

    private static byte[] Seal(SubjectKey key, byte[] index, string value) =>
        SealedBox.Seal(key.Bytes, key.Version, Encoding.UTF8.GetBytes(value), index);

    private static string Unseal(SubjectKey key, byte[] index, byte[] box) => Encoding.UTF8.GetString(SealedBox.Open(key.Bytes, box, index));

    private static string Word(IdentityKind kind) => kind == IdentityKind.User ? "user" : "phone";

    private sealed record KeptWamid(byte[] Index, DataSubjectId Subject, byte[] Sealed);
}
