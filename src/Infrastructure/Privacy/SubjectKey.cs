namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>An AES-256 key of one data subject, in the version that envelopes name.</summary>
public sealed class SubjectKey
{
    public const int Size = 32;

    private readonly byte[] _bytes;

    public SubjectKey(ReadOnlySpan<byte> bytes, int version)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A subject's key has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _bytes = bytes.ToArray();
        Version = version;
    }

    public int Version { get; }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public override string ToString() => "***";
}
