using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>Destroys a part's key and the contents that belong to it, in one transaction.</summary>
public sealed class PersonalPurge(HubDataSource database, SubjectKeyRing keys, IMediaVault files, TimeProvider clock) : IPersonalPurge
{
    public async Task Destroy(TenantId tenant, DataSubjectId key, IReadOnlyCollection<ContentRef> contents, CancellationToken cancellationToken)
    {
        await files.Destroy(tenant, contents, cancellationToken); // most are words, and lie nowhere there
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            """
            update subject_keys set wrapped = null, destroyed_at = $3
            where tenant_id = $1 and subject_id = $2 and part_of is not null and wrapped is not null
            """)
        {
            Parameters = { Of(tenant), new NpgsqlParameter<Guid> { TypedValue = key.Value }, new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() } },
        });
        batch.BatchCommands.Add(new("delete from contents where tenant_id = $1 and id = any ($2)")
        {
            Parameters = { Of(tenant), new NpgsqlParameter<Guid[]> { TypedValue = [.. contents.Select(content => content.Id)] } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        keys.Forget(key);
    }

    private static NpgsqlParameter<string> Of(TenantId tenant) => new() { TypedValue = tenant.ToString() };
}
