using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Media;

/// <summary>Keeps the bytes of files as ciphertext beside the log, under the subject's own key; of any size, in constant memory.</summary>
public interface IMediaVault
{
    /// <summary>Seals what <paramref name="content"/> gives, up to a limit; the same reference again takes the place of what lies there.</summary>
    /// <returns>Their number and hash; <c>null</c>, and nothing kept, where there are more than <paramref name="most"/>.</returns>
    Task<SealedFile?> Seal(TenantId tenant, ContentRef reference, Stream content, long most, CancellationToken cancellationToken);

    /// <summary>The bytes in clear, read as they are asked for; <c>null</c> where they were purged or their subject erased.</summary>
    Task<Stream?> Open(TenantId tenant, ContentRef reference, CancellationToken cancellationToken);

    /// <summary>Again, or where nothing lies, it changes nothing.</summary>
    Task Destroy(TenantId tenant, IReadOnlyCollection<ContentRef> references, CancellationToken cancellationToken);
}

/// <param name="Sha256">64 lower-case hex digits over the bytes in clear.</param>
public sealed record SealedFile(long Bytes, string Sha256);
