using System.Text.Json;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain.Audit;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>What stands below an event in its stream, as it is stored.</summary>
internal readonly record struct Below(long Version, Digest? Hash, long Sequence, DateTimeOffset At);

/// <summary>An event with what stands below it; nothing does below version 1.</summary>
internal readonly record struct LinkedEntry(PlacedEntry Placed, Below? Below)
{
    public LedgerEntry Entry => Placed.Entry;

    /// <summary>What the event hashes to; nothing where its body is no such JSON as the hub or the database writes.</summary>
    public static (Digest? Leaf, Digest? Chain) Hashes(EntryHasher hasher, LinkedEntry linked)
    {
        try
        {
            return hasher.Both(linked.Entry, linked.Below?.Hash);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }
}

/// <summary>
/// Checks each link of the chains by itself, so that events may come in any order: against what is stored below it. The last event of some
/// thousand streams is remembered; the rest is asked for, all of a batch at once.
/// </summary>
internal sealed class ChainCheck(NpgsqlConnection connection, string tenant, Findings findings)
{
    private const int Remembered = 50_000;

    private const string BelowEach =
        """
        select w.stream_id, w.version, b.version, b.hash, b.seq_id, b.timestamp
        from unnest($2::uuid[], $3::bigint[]) as w (stream_id, version)
        cross join lateral (
            select e.version, e.hash, e.seq_id, e.timestamp from mt_events e
            where e.tenant_id = $1 and e.stream_id = w.stream_id and e.version < w.version
            order by e.version desc limit 1) b
        """;

    // A stream without events is a stream that lost them.
    private const string Cut =
        """
        select s.id, s.type, s.version, l.version, l.seq_id from mt_streams s
        left join lateral (
            select e.version, e.seq_id from mt_events e where e.tenant_id = s.tenant_id and e.stream_id = s.id
            order by e.version desc limit 1) l on true
        where s.tenant_id = $1 and s.version is distinct from coalesce(l.version, 0)
        """;

    private Dictionary<Guid, Below> _last = [];

    /// <summary>Finds what stands below each of these.</summary>
    public async Task<LinkedEntry[]> Link(IReadOnlyList<PlacedEntry> entries, CancellationToken cancellationToken)
    {
        var among = new Dictionary<(Guid, long), Below>(entries.Count);
        foreach (var (_, entry) in entries)
        {
            among[(entry.StreamId, entry.Version)] = new(entry.Version, entry.Hash, entry.Sequence, entry.At);
        }

        bool Known(LedgerEntry entry, out Below below) =>
            among.TryGetValue((entry.StreamId, entry.Version - 1), out below)
            || (_last.TryGetValue(entry.StreamId, out below) && below.Version == entry.Version - 1);

        var asked = await Ask([.. entries.Select(placed => placed.Entry).Where(entry => entry.Version > 1 && !Known(entry, out _))], cancellationToken);
        var linked = new LinkedEntry[entries.Count];
        for (var i = 0; i < linked.Length; i++)
        {
            var entry = entries[i].Entry;
            linked[i] = new(entries[i], Known(entry, out var below) || asked.TryGetValue((entry.StreamId, entry.Version), out below) ? below : null);
        }

        Remember(among);
        return linked;
    }

    /// <param name="chain">What the hash must be; <c>null</c> where the body has none.</param>
    /// <returns>Whether the event is what was recorded.</returns>
    public bool Take(LinkedEntry linked, Digest? chain)
    {
        var (entry, below) = (linked.Entry, linked.Below);
        var expected = (below?.Version ?? 0) + 1;
        var before = findings.Count;
        if (entry.Version != expected)
        {
            findings.Break(entry, FindingCodes.VersionsMissing, entry.Version == expected + 1
                ? $"Version {expected} is missing."
                : $"Versions {expected} to {entry.Version - 1} are missing.");
        }
        else if (entry.Hash is null)
        {
            findings.Break(entry, FindingCodes.NoHash, "The event carries no hash: another program wrote it.");
        }
        else if (entry.Hash != chain)
        {
            findings.Break(entry, FindingCodes.Altered, "The event is not what was recorded: its hash does not match.");
        }

        if (below is { } b && (entry.Sequence <= b.Sequence || entry.At < b.At))
        {
            findings.Break(
                entry, FindingCodes.OutOfOrder, "The event is out of order: its sequence or time lies before that of the version below it.");
        }

        return findings.Count == before;
    }

    /// <summary>The ends of the streams.</summary>
    public async Task TakeEnds(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Cut, connection) { CommandTimeout = 0, Parameters = { new NpgsqlParameter<string> { TypedValue = tenant } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (claimed, last) = (reader.IsDBNull(2) ? 0 : reader.GetInt64(2), reader.IsDBNull(3) ? 0 : reader.GetInt64(3));
            findings.Break(new(
                reader.GetGuid(0), reader.IsDBNull(1) ? "" : reader.GetString(1), last, reader.IsDBNull(4) ? null : reader.GetInt64(4),
                FindingCodes.StreamCut, $"The stream ends here, but its record says version {claimed}."));
        }
    }

    private async Task<Dictionary<(Guid, long), Below>> Ask(LedgerEntry[] entries, CancellationToken cancellationToken)
    {
        var asked = new Dictionary<(Guid, long), Below>();
        if (entries.Length == 0)
        {
            return asked;
        }

        await using var command = new NpgsqlCommand(BelowEach, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. entries.Select(entry => entry.StreamId)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. entries.Select(entry => entry.Version)] },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            asked[(reader.GetGuid(0), reader.GetInt64(1))] = new(
                reader.GetInt64(2), EntryReading.Hash(reader, 3), reader.GetInt64(4), new DateTimeOffset(reader.GetDateTime(5), TimeSpan.Zero));
        }

        return asked;
    }

    private void Remember(Dictionary<(Guid Stream, long Version), Below> entries)
    {
        if (_last.Count > Remembered)
        {
            _last = [];
        }

        foreach (var ((stream, version), below) in entries)
        {
            if (!_last.TryGetValue(stream, out var known) || known.Version < version)
            {
                _last[stream] = below;
            }
        }
    }
}
