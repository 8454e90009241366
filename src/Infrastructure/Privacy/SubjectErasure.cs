using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Media;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>Makes a client unreadable everywhere by destroying one key (UU PDP art. 43-44); what lay sealed beside the log goes with it.</summary>
public sealed class SubjectErasure(HubDataSource database, SubjectKeyRing keys, IMediaStore files, TimeProvider clock)
{
    /// <summary>Whether there was a key to destroy.</summary>
    public async Task<bool> Erase(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            "update subject_keys set wrapped = null, destroyed_at = $3 where tenant_id = $1 and (subject_id = $2 or part_of = $2) and wrapped is not null")
        {
            Parameters = { Of(tenant), Of(subject), new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() } },
        });
        var destroying = batch.BatchCommands[^1];
        batch.BatchCommands.Add(new("delete from identities where tenant_id = $1 and subject_id = $2") { Parameters = { Of(tenant), Of(subject) } });
        batch.BatchCommands.Add(new("delete from wamids where tenant_id = $1 and subject_id = $2") { Parameters = { Of(tenant), Of(subject) } });
        batch.BatchCommands.Add(new("delete from contents where tenant_id = $1 and subject_id = $2") { Parameters = { Of(tenant), Of(subject) } });
        batch.BatchCommands.Add(new("delete from client_names where tenant_id = $1 and subject_id = $2") { Parameters = { Of(tenant), Of(subject) } });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        keys.Forget(subject);
        await keys.ForgetParts(tenant, subject, cancellationToken);
        await files.DeleteAll(tenant, subject, cancellationToken); // unreadable already
        return destroying.RecordsAffected > 0;
    }

    private static NpgsqlParameter<string> Of(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    private static NpgsqlParameter<Guid> Of(DataSubjectId subject) => new() { TypedValue = subject.Value };
}
