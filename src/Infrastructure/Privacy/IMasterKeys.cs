namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>Where the ring lies: wraps the firms' keys and never shows its own. A sealed file by default; a transit engine can stand here too.</summary>
public interface IMasterKeys
{
    /// <param name="context">What the key is for: a wrapped key moved to another row does not unwrap.</param>
    Task<byte[]> Wrap(ReadOnlyMemory<byte> key, string context, CancellationToken cancellationToken);

    /// <exception cref="KeyRingException">It was wrapped by another master key, for another context, or was tampered with.</exception>
    Task<byte[]> Unwrap(ReadOnlyMemory<byte> wrapped, string context, CancellationToken cancellationToken);
}

/// <summary>The ring cannot open what it should: a lost or foreign master key, a damaged row. Nothing can be read until it is put right.</summary>
public sealed class KeyRingException(string message, Exception? inner = null) : Exception(message, inner);
