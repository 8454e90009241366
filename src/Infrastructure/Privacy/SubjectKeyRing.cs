using System.Security.Cryptography;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>One key per client, wrapped by the firm's key. Destroyed keys stay listed and are never made anew.</summary>
public sealed class SubjectKeyRing : ISubjectKeyRing
{
    private readonly HubDataSource _database;
    private readonly FirmKeyRing _firms;
    private readonly TimeProvider _clock;
    private readonly SubjectKeyCache _unwrapped;
    private readonly JoinedCalls<DataSubjectId, bool> _ensuring;

    public SubjectKeyRing(HubDataSource database, FirmKeyRing firms, TimeProvider clock)
    {
        (_database, _firms, _clock) = (database, firms, clock);
        _unwrapped = new(clock);
        _ensuring = new(Ensure);
    }

    public Task Ensure(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) =>
        _unwrapped.IsFresh(subject) ? Task.CompletedTask : _ensuring.Make(tenant, subject, cancellationToken);

    public async Task EnsurePart(TenantId tenant, DataSubjectId part, DataSubjectId whole, CancellationToken cancellationToken)
    {
        if (_unwrapped.IsFresh(part))
        {
            return;
        }

        var firm = await _firms.Of(tenant, cancellationToken);
        await using var batch = _database.Batch(tenant);

        // No part of a client who was erased comes into being.
        batch.BatchCommands.Add(new(
            """
            insert into subject_keys (tenant_id, subject_id, wrapped, created_at, part_of)
            select $1, $2, $3, $4, k.subject_id from subject_keys k where k.tenant_id = $1 and k.subject_id = $5 and k.wrapped is not null
            on conflict do nothing
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<Guid> { TypedValue = part.Value },
                new NpgsqlParameter<byte[]> { TypedValue = NewKey(firm, part) },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = _clock.GetUtcNow() },
                new NpgsqlParameter<Guid> { TypedValue = whole.Value },
            },
        });
        await Fetch(batch, tenant, [part], firm, cancellationToken);
    }

    public async Task Load(TenantId tenant, IReadOnlyCollection<DataSubjectId> subjects, CancellationToken cancellationToken)
    {
        var missing = subjects.Where(subject => !_unwrapped.IsFresh(subject)).Distinct().ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var firm = await _firms.Of(tenant, cancellationToken);
        await using var batch = _database.Batch(tenant);
        await Fetch(batch, tenant, missing, firm, cancellationToken);
    }

    public SubjectKey? Find(DataSubjectId subject) => _unwrapped.Find(subject);

    /// <summary>What this process remembers of a key that was destroyed.</summary>
    internal void Forget(DataSubjectId subject) => _unwrapped.Put(subject, null);

    /// <summary>The same of the parts of what was held about a client.</summary>
    internal async Task ForgetParts(TenantId tenant, DataSubjectId client, CancellationToken cancellationToken)
    {
        await using var batch = _database.Batch(tenant);
        batch.BatchCommands.Add(new("select subject_id from subject_keys where tenant_id = $1 and part_of = $2")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.ToString() }, new NpgsqlParameter<Guid> { TypedValue = client.Value } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Forget(new DataSubjectId(reader.GetGuid(0)));
        }
    }

    private async Task<IReadOnlyList<bool>> Ensure(TenantId tenant, IReadOnlyList<DataSubjectId> asked)
    {
        DataSubjectId[] subjects = [.. asked.Distinct()];
        var firm = await _firms.Of(tenant, CancellationToken.None);
        await using var batch = _database.Batch(tenant);
        batch.BatchCommands.Add(new(
            """
            insert into subject_keys (tenant_id, subject_id, wrapped, created_at)
            select $1, k.subject_id, k.wrapped, $4 from unnest($2, $3) as k (subject_id, wrapped) order by k.subject_id
            on conflict do nothing
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<Guid[]> { TypedValue = Array.ConvertAll(subjects, subject => subject.Value) },
                new NpgsqlParameter<byte[][]> { TypedValue = Array.ConvertAll(subjects, subject => NewKey(firm, subject)) },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = _clock.GetUtcNow() },
            },
        });
        await Fetch(batch, tenant, subjects, firm, CancellationToken.None);
        return [.. asked.Select(_ => true)];
    }

    private static byte[] NewKey(FirmKeys firm, DataSubjectId subject) => firm.Seal(RandomNumberGenerator.GetBytes(SubjectKey.Size), Place(subject));

    private async Task Fetch(
        NpgsqlBatch batch, TenantId tenant, DataSubjectId[] subjects, FirmKeys firm, CancellationToken cancellationToken)
    {
        batch.BatchCommands.Add(new(
            "select subject_id, version, wrapped from subject_keys where tenant_id = $1 and subject_id = any ($2) and wrapped is not null")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. subjects.Select(subject => subject.Value)] },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var gone = subjects.ToHashSet();
        while (await reader.ReadAsync(cancellationToken))
        {
            var subject = new DataSubjectId(reader.GetGuid(0));
            _unwrapped.Put(subject, new SubjectKey(firm.Open(reader.GetFieldValue<byte[]>(2), Place(subject)), reader.GetInt32(1)));
            gone.Remove(subject);
        }

        foreach (var subject in gone)
        {
            _unwrapped.Put(subject, null);
        }
    }

    private static string Place(DataSubjectId subject) => $"subject_keys/{subject}";
}
