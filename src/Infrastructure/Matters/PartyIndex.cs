using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Matters;

internal sealed class PartyIndex(HubDataSource database, FirmKeyRing keys) : IPartyIndex
{
    // "Budi Santoso" and "Budi Santosa" share 0.73 of their trigrams, "Budi Santoso" and "Budi Hartono" 0.24.
    private const double Alike = 0.5;

    private const short Whole = 0;
    private const short Words = 1;
    private const short Trigram = 2;

    public async Task Add(
        TenantId tenant, MatterId matter, PartyId party, PartySide side, PartyName name, CancellationToken cancellationToken)
    {
        var (kinds, tokens) = await Index(tenant, name, cancellationToken);
        await using var transaction = await database.Begin(tenant, cancellationToken);
        await using var command = transaction.Command(
            """
            insert into party_index (tenant_id, kind, token, party_id, matter_id, side, trigrams)
            select $1, token.kind, token.value, $2, $3, $4, $5 from unnest($6, $7) as token (kind, value)
            on conflict do nothing
            """);
        command.Parameters.Add(Text(tenant.ToString()));
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = party.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = matter.Value });
        command.Parameters.Add(Text(side.ToString()));
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)name.Trigrams.Count });
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = kinds });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = tokens });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.Commit(cancellationToken);
    }

    public async Task<IReadOnlyList<PartyMatch>> Search(
        TenantId tenant, MatterId otherThan, PartyName name, CancellationToken cancellationToken)
    {
        var (kinds, tokens) = await Index(tenant, name, cancellationToken);
        await using var transaction = await database.Begin(tenant, cancellationToken);
        await using var command = transaction.Command(
            """
            select matter_id, side, bool_or(kind = 0), bool_or(kind = 1), count(*) filter (where kind = 2), max(trigrams)
            from party_index join unnest($3, $4) as token (sought, value) on kind = sought and party_index.token = token.value
            where tenant_id = $1 and matter_id <> $2
            group by matter_id, party_id, side
            """);
        command.Parameters.Add(Text(tenant.ToString()));
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = otherThan.Value });
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = kinds });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = tokens });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<PartyMatch>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var match = reader.GetBoolean(2) ? NameMatch.Whole
                : reader.GetBoolean(3) ? NameMatch.Words
                : Share(reader.GetInt64(4), name.Trigrams.Count, reader.GetInt16(5)) >= Alike ? NameMatch.Similar
                : (NameMatch?)null;
            if (match is { } alike)
            {
                found.Add(new PartyMatch(new MatterId(reader.GetGuid(0)), Enum.Parse<PartySide>(reader.GetString(1)), alike));
            }
        }

        return [.. found.OrderBy(hit => hit.Match)];
    }

    /// <summary>What two names have in common, of all that either has.</summary>
    private static double Share(long shared, int here, int there) => (double)shared / (here + there - shared);

    private async Task<(short[] Kinds, string[] Tokens)> Index(TenantId tenant, PartyName name, CancellationToken cancellationToken)
    {
        string[] values =
        [
            $"whole/{name.Whole}", $"words/{name.SortedWords}", .. name.Trigrams.Select(trigram => $"trigram/{trigram}"),
        ];
        var firm = await keys.Of(tenant, cancellationToken);
        return (
            [Whole, Words, .. Enumerable.Repeat(Trigram, name.Trigrams.Count)],
            [.. values.Select(value => firm.Index(BlindKind.PartyName, value).Hex)]);
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };
}
