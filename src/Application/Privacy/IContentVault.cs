using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Privacy;

/// <summary>Keeps words and files as ciphertext beside the log, under the subject's own key.</summary>
public interface IContentVault
{
    /// <summary>Seals <paramref name="content"/>; the same reference again keeps what lies there.</summary>
    /// <param name="destroyAt">For what may not stay (a first message before consent: 24 hours); <c>null</c> keeps it.</param>
    Task Seal(TenantId tenant, ContentRef reference, ReadOnlyMemory<byte> content, DateTimeOffset? destroyAt, CancellationToken cancellationToken);

    /// <summary>Takes the time limit off, once consent is there.</summary>
    Task Keep(TenantId tenant, ContentRef reference, CancellationToken cancellationToken);

    /// <summary>The content, or <c>null</c> where it was purged or its subject erased.</summary>
    Task<ReadOnlyMemory<byte>?> Open(TenantId tenant, ContentRef reference, CancellationToken cancellationToken);

    /// <summary>Several at once, in one query; missing ones are left out.</summary>
    Task<IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>>> OpenAll(
        TenantId tenant, IReadOnlyCollection<ContentRef> references, CancellationToken cancellationToken);
}
