using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Conversations;

/// <summary>Looks the events up by the wamid's blind index.</summary>
public sealed class MessagePositions(HubDataSource database) : IMessagePositions
{
    public async Task<ILookup<BlindIndex, long>> Find(TenantId tenant, IReadOnlyCollection<BlindIndex> wamids, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            select wamid, seq_id from mt_events
            where tenant_id = $1 and wamid = any ($2) and type in ('message_received', 'message_sent')
            """)
        {
            Parameters = { new() { Value = tenant.ToString() }, new() { Value = wamids.Select(wamid => wamid.Hex).ToArray() } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the tenant's setting
        var found = new List<(BlindIndex Wamid, long Sequence)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((new BlindIndex(reader.GetString(0)), reader.GetInt64(1)));
        }

        return found.ToLookup(place => place.Wamid, place => place.Sequence);
    }
}
