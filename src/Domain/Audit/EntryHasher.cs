using System.Globalization;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>What an entry hashes to. Keeps its buffers from one entry to the next; an instance is for one thread at a time.</summary>
public sealed class EntryHasher
{
    private readonly CanonicalWriter _data = new();
    private readonly CanonicalWriter _text = new();

    /// <summary>The SHA-256 of the entry's body.</summary>
    public Digest Body(LedgerEntry entry)
    {
        Canonicalise(entry);
        return BodyOfData(entry);
    }

    /// <summary>The leaf of the entry.</summary>
    public Digest Leaf(LedgerEntry entry)
    {
        Canonicalise(entry);
        return LeafOfData(entry);
    }

    /// <summary>The leaf, and what the chain's hash must be where <paramref name="previous"/> stands before the entry.</summary>
    public (Digest Leaf, Digest Chain) Both(LedgerEntry entry, Digest? previous)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Canonicalise(entry);
        return (LeafOfData(entry), Chain(previous, BodyOfData(entry), entry.At));
    }

    /// <summary>The leaf's bytes, without the byte that RFC 9162 puts before them: canonical JSON.</summary>
    public ReadOnlySpan<byte> LeafText(LedgerEntry entry)
    {
        Leaf(entry);
        return _text.Written[1..];
    }

    /// <summary>SHA-256 of the hash before, the body's digest and the microseconds since 1970 in decimal digits.</summary>
    /// <param name="previous"><c>null</c> before the first event of a stream.</param>
    public static Digest Chain(Digest? previous, Digest body, DateTimeOffset at)
    {
        Span<byte> link = stackalloc byte[(2 * Digest.Size) + 24];
        var length = 0;
        if (previous is { } before)
        {
            before.CopyTo(link);
            length = Digest.Size;
        }

        body.CopyTo(link[length..]);
        length += Digest.Size;
        ((at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).TryFormat(link[length..], out var digits, default, CultureInfo.InvariantCulture);
        return Digest.Of(link[..(length + digits)]);
    }

    private void Canonicalise(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _data.Clear();
        _data.Json(entry.Data.Span);
    }

    private Digest BodyOfData(LedgerEntry entry)
    {
        _text.Clear();
        entry.WriteBody(_text, _data.Written);
        return Digest.Of(_text.Written);
    }

    private Digest LeafOfData(LedgerEntry entry)
    {
        _text.Clear();
        _text.Raw([MerkleTree.LeafPrefix]);
        entry.WriteLeaf(_text, _data.Written);
        return Digest.Of(_text.Written);
    }
}
