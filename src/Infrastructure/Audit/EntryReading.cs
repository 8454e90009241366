using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Infrastructure.EventStore;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>An event as the ledger takes it, and where it stands in the safe order.</summary>
internal readonly record struct PlacedEntry(Position Position, LedgerEntry Entry);

/// <summary>Reads events for hashing: nothing is parsed, the body stays the bytes that were stored.</summary>
internal static class EntryReading
{
    public const string Columns = EventRow.Columns;

    public const string Tables = EventRow.Tables;

    /// <summary>For whoever asks for the types of streams by themselves; of <c>mt_events e</c> alone.</summary>
    public const string ColumnsWithoutStreamType = EventRow.ColumnsWithoutStreamType;

    public static PlacedEntry Read(NpgsqlDataReader reader)
    {
        var sequence = reader.GetInt64(1);
        return new(new Position(reader.GetFieldValue<ulong>(0), sequence), new LedgerEntry(
            sequence,
            reader.GetGuid(2),
            reader.GetGuid(5),
            reader.IsDBNull(4) ? "" : reader.GetString(4),
            reader.GetInt64(6),
            reader.GetString(7),
            reader.GetFieldValue<byte[]>(8),
            reader.GetString(3),
            new DateTimeOffset(reader.GetDateTime(9), TimeSpan.Zero),
            Text(reader, 10) ?? EventRow.UnknownActor,
            Text(reader, 11),
            Text(reader, 12),
            Text(reader, 13),
            reader.IsDBNull(14) ? null : reader.GetGuid(14),
            Hash(reader, 15)));
    }

    // What is no SHA-256 is no hash: the chain then says that another program wrote the row.
    public static Digest? Hash(NpgsqlDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        var bytes = reader.GetFieldValue<byte[]>(column);
        return bytes.Length == Digest.Size ? new Digest(bytes) : null;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
