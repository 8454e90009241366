using System.Globalization;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>A stored event as the chain of its stream and the ledger cover it; docs/audit-format.md says it for whoever writes a verifier.</summary>
/// <param name="Data">The stored JSON body as UTF-8, in any spelling; personal values are sealed envelopes.</param>
/// <param name="Hash">The chain value that was stored; <c>null</c> for a row of another program.</param>
/// <param name="At">To the microsecond.</param>
public sealed record LedgerEntry(
    long Sequence, Guid EventId, Guid StreamId, string StreamType, long Version, string Type, ReadOnlyMemory<byte> Data, string Tenant,
    DateTimeOffset At, string Actor, string? Reason, string? Correlation, string? Causation, Guid? Subject, Digest? Hash)
{
    /// <summary>What the chain's hash is made over, with the hash of the event before and the time.</summary>
    public void WriteBody(CanonicalWriter writer, ReadOnlySpan<byte> canonicalData)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteOrigin(writer, canonicalData);
        writer.Raw(",\"reason\":"u8);
        writer.Text(Reason);
        WriteStream(writer);
    }

    /// <summary>The leaf: everything that is exported of the event, its sequence and its chain hash included.</summary>
    public void WriteLeaf(CanonicalWriter writer, ReadOnlySpan<byte> canonicalData)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteOrigin(writer, canonicalData);
        writer.Raw(",\"hash\":\""u8);
        WriteHash(writer);
        writer.Raw("\",\"occurredAt\":\""u8);
        WriteTime(writer);
        writer.Raw("\",\"reason\":"u8);
        writer.Text(Reason);
        writer.Raw(",\"sequence\":"u8);
        writer.Number(Sequence);
        WriteStream(writer);
    }

    private void WriteOrigin(CanonicalWriter writer, ReadOnlySpan<byte> canonicalData)
    {
        writer.Raw("{\"actor\":"u8);
        writer.Text(Actor);
        writer.Raw(",\"causationId\":"u8);
        writer.Text(Causation);
        writer.Raw(",\"correlationId\":"u8);
        writer.Text(Correlation);
        writer.Raw(",\"data\":"u8);
        writer.Raw(canonicalData);
        writer.Raw(",\"eventId\":"u8);
        WriteId(writer, EventId);
    }

    private void WriteStream(CanonicalWriter writer)
    {
        writer.Raw(",\"streamId\":"u8);
        WriteId(writer, StreamId);
        writer.Raw(",\"streamType\":"u8);
        writer.Text(StreamType);
        writer.Raw(",\"subjectId\":"u8);
        WriteId(writer, Subject);
        writer.Raw(",\"tenantId\":"u8);
        writer.Text(Tenant);
        writer.Raw(",\"type\":"u8);
        writer.Text(Type);
        writer.Raw(",\"version\":"u8);
        writer.Number(Version);
        writer.Raw("}"u8);
    }

    private void WriteHash(CanonicalWriter writer)
    {
        if (Hash is { } hash)
        {
            Span<byte> bytes = stackalloc byte[Digest.Size];
            Span<byte> hex = stackalloc byte[2 * Digest.Size];
            hash.CopyTo(bytes);
            Convert.TryToHexStringLower(bytes, hex, out _);
            writer.Raw(hex);
        }
    }

    private void WriteTime(CanonicalWriter writer)
    {
        Span<byte> time = stackalloc byte[32];
        At.UtcDateTime.TryFormat(time, out var length, TimeFormat, CultureInfo.InvariantCulture);
        writer.Raw(time[..length]);
    }

    /// <summary>RFC 3339 with all six digits of the microsecond, in UTC.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static void WriteId(CanonicalWriter writer, Guid? id)
    {
        if (id is not { } value)
        {
            writer.Raw("null"u8);
            return;
        }

        Span<byte> text = stackalloc byte[38];
        text[0] = text[37] = (byte)'"';
        value.TryFormat(text[1..], out _, "D");
        writer.Raw(text);
    }
}
