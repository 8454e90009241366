using System.Collections.Concurrent;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>
/// What type a stream is of, by heart: it never changes, and to join it to each event costs more than reading the event. Streams that are
/// not known yet are asked for together.
/// </summary>
internal sealed class StreamTypes(CrossTenantReading database)
{
    private const int Remembered = 100_000;

    private const string OfStreams =
        """
        select wanted.tenant_id, wanted.id, s.type
        from unnest($1::varchar[], $2::uuid[]) as wanted (tenant_id, id)
        cross join lateral (select type from mt_streams where tenant_id = wanted.tenant_id and id = wanted.id limit 1) s
        """;

    private readonly ConcurrentDictionary<(TenantId Tenant, Guid Id), string> _types = [];

    /// <summary>The type of each of these; of one that another program gave no type, nothing.</summary>
    public async Task<IReadOnlyDictionary<(TenantId Tenant, Guid Id), string>> Of(
        IReadOnlyCollection<(TenantId Tenant, Guid Id)> streams, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(TenantId, Guid), string>();
        var unknown = new List<(TenantId Tenant, Guid Id)>();
        foreach (var stream in streams)
        {
            if (_types.TryGetValue(stream, out var type))
            {
                known[stream] = type;
            }
            else
            {
                unknown.Add(stream);
            }
        }

        if (unknown.Count > 0)
        {
            await Ask(unknown, known, cancellationToken);
        }

        return known;
    }

    private async Task Ask(List<(TenantId Tenant, Guid Id)> streams, Dictionary<(TenantId, Guid), string> known, CancellationToken cancellationToken)
    {
        if (_types.Count > Remembered)
        {
            _types.Clear();
        }

        await using var batch = database.Batch();
        batch.BatchCommands.Add(new(OfStreams)
        {
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = [.. streams.Select(stream => stream.Tenant.ToString())], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. streams.Select(stream => stream.Id)] },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var stream = (new TenantId(Guid.Parse(reader.GetString(0))), reader.GetGuid(1));
            known[stream] = _types[stream] = reader.IsDBNull(2) ? "" : reader.GetString(2);
        }
    }
}
