using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Matters;

/// <summary>Names of clients beside those of parties: hashed the same way, under the firm's key, and never written in clear.</summary>
internal sealed class ClientNameIndex(HubDataSource database, FirmKeyRing keys) : IClientNameIndex
{
    public async Task Keep(TenantId tenant, DataSubjectId client, IntakeId intake, PartyName name, CancellationToken cancellationToken)
    {
        var firm = await keys.Of(tenant, cancellationToken);
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new("delete from client_names where tenant_id = $1 and intake_id = $2")
        {
            Parameters = { Text(tenant), Id(intake.Value) },
        });
        batch.BatchCommands.Add(new("insert into client_names (tenant_id, token, intake_id, subject_id) values ($1, $2, $3, $4)")
        {
            Parameters = { Text(tenant), new NpgsqlParameter<string> { TypedValue = Token(firm, name) }, Id(intake.Value), Id(client.Value) },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task Forget(TenantId tenant, IntakeId intake, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new("delete from client_names where tenant_id = $1 and intake_id = $2") { Parameters = { Text(tenant), Id(intake.Value) } });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<PartyName>> OfOthers(
        TenantId tenant, DataSubjectId client, IReadOnlyCollection<PartyName> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return new HashSet<PartyName>();
        }

        var firm = await keys.Of(tenant, cancellationToken);
        var byToken = names.ToLookup(name => Token(firm, name), StringComparer.Ordinal);
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new(
            """
            select token from client_names where tenant_id = $1 and token = any ($2)
            group by token having not bool_or(subject_id = $3)
            """)
        {
            Parameters = { Text(tenant), new NpgsqlParameter<string[]> { TypedValue = [.. byToken.Select(group => group.Key)] }, Id(client.Value) },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var found = new HashSet<PartyName>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.UnionWith(byToken[reader.GetString(0)]);
        }

        return found;
    }

    private static string Token(FirmKeys firm, PartyName name) => firm.Index(BlindKind.PartyName, $"client/{name.SortedWords}").Hex;

    private static NpgsqlParameter<string> Text(TenantId tenant) => new() { TypedValue = tenant.ToString() };

    private static NpgsqlParameter<Guid> Id(Guid value) => new() { TypedValue = value };
}
