using System.Security.Cryptography;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>One key per client, wrapped by the firm's key. Destroyed keys stay listed and are never made anew.</summary>
public sealed class SubjectKeyRing(HubDataSource database, FirmKeyRing firms, TimeProvider clock) : ISubjectKeyRing
{
    private readonly SubjectKeyCache _unwrapped = new(clock);

    public Task Ensure(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) =>
        Make(
            tenant, subject, "insert into subject_keys (tenant_id, subject_id, wrapped, created_at) values ($1, $2, $3, $4) on conflict do nothing",
            [], cancellationToken);

    // No part of a client who was erased comes into being.
    public Task EnsurePart(TenantId tenant, DataSubjectId part, DataSubjectId whole, CancellationToken cancellationToken) =>
        Make(
            tenant, part,
            """
            insert into subject_keys (tenant_id, subject_id, wrapped, created_at, part_of)
            select $1, $2, $3, $4, k.subject_id from subject_keys k where k.tenant_id = $1 and k.subject_id = $5 and k.wrapped is not null
            on conflict do nothing
            """,
            [new NpgsqlParameter<Guid> { TypedValue = whole.Value }], cancellationToken);

    private async Task Make(
        TenantId tenant, DataSubjectId subject, string insert, IReadOnlyList<NpgsqlParameter> more, CancellationToken cancellationToken)
    {
        if (_unwrapped.IsFresh(subject))
        {
            return;
        }

        var firm = await firms.Of(tenant, cancellationToken);
        var key = RandomNumberGenerator.GetBytes(SubjectKey.Size);
        await using var batch = database.Batch(tenant);
#pragma warning disable CA2100 // one of the two statements above
        var making = new NpgsqlBatchCommand(insert)
#pragma warning restore CA2100
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.ToString() },
                new NpgsqlParameter<Guid> { TypedValue = subject.Value },
                new NpgsqlParameter<byte[]> { TypedValue = firm.Seal(key, Place(subject)) },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() },
            },
        };
        foreach (var parameter in more)
        {
            making.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(making);
        await Fetch(batch, tenant, [subject], firm, cancellationToken);
    }

    public async Task Load(TenantId tenant, IReadOnlyCollection<DataSubjectId> subjects, CancellationToken cancellationToken)
    {
        var missing = subjects.Where(subject => !_unwrapped.IsFresh(subject)).Distinct().ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var firm = await firms.Of(tenant, cancellationToken);
        await using var batch = database.Batch(tenant);
        await Fetch(batch, tenant, missing, firm, cancellationToken);
    }

    public SubjectKey? Find(DataSubjectId subject) => _unwrapped.Find(subject);

    /// <summary>What this process remembers of a key that was destroyed.</summary>
    internal void Forget(DataSubjectId subject) => _unwrapped.Put(subject, null);

    /// <summary>The same of the parts of what was held about a client.</summary>
    internal async Task ForgetParts(TenantId tenant, DataSubjectId client, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
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
