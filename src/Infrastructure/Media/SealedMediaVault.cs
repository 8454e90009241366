using System.Security.Cryptography;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.Media;

/// <summary>Seals files under their client's key on the way to the store, and opens them on the way back, a chunk at a time.</summary>
public sealed class SealedMediaVault(IMediaStore store, ISubjectKeyRing keys) : IMediaVault
{
    public async Task<SealedFile?> Seal(TenantId tenant, ContentRef reference, Stream content, long most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        await keys.Ensure(tenant, reference.Subject, cancellationToken);
        var key = keys.Find(reference.Subject)
            ?? throw new InvalidOperationException($"Subject {reference.Subject} was erased: nothing is kept of it any more.");
        SealedFile? kept = null;
        await store.Write(
            tenant, reference,
            async target =>
            {
                using var seal = FileSeal.New(key.Bytes, key.Version, reference.Id, out var head);
                await target.WriteAsync(head, cancellationToken);
                kept = await Seal(seal, content, target, most, cancellationToken);
                return kept is not null;
            },
            cancellationToken);
        return kept;
    }

    public async Task<Stream?> Open(TenantId tenant, ContentRef reference, CancellationToken cancellationToken)
    {
        await keys.Load(tenant, [reference.Subject], cancellationToken);
        if (keys.Find(reference.Subject) is not { } key || await store.Read(tenant, reference, cancellationToken) is not { } source)
        {
            return null;
        }

        try
        {
            var head = new byte[FileSeal.HeadSize];
            var read = await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
            return new UnsealedStream(source, FileSeal.Of(key.Bytes, head.AsSpan(0, read), reference.Id));
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public async Task Destroy(TenantId tenant, IReadOnlyCollection<ContentRef> references, CancellationToken cancellationToken)
    {
        foreach (var reference in references)
        {
            await store.Delete(tenant, reference, cancellationToken);
        }
    }

    private static async Task<SealedFile?> Seal(FileSeal seal, Stream content, Stream target, long most, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (present, next, box) = (new byte[FileSeal.ChunkSize], new byte[FileSeal.ChunkSize], new byte[FileSeal.ChunkSize + FileSeal.TagSize]);
        var length = await content.ReadAtLeastAsync(present, present.Length, throwOnEndOfStream: false, cancellationToken);
        var total = 0L;
        for (uint number = 0; ; number++)
        {
            total += length;
            if (total > most)
            {
                return null;
            }

            var following = length < present.Length ? 0 : await content.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancellationToken);
            hash.AppendData(present, 0, length);
            seal.Seal(number, isLast: following == 0, present.AsSpan(0, length), box.AsSpan(0, length + FileSeal.TagSize));
            await target.WriteAsync(box.AsMemory(0, length + FileSeal.TagSize), cancellationToken);
            if (following == 0)
            {
                return new SealedFile(total, Convert.ToHexStringLower(hash.GetHashAndReset()));
            }

            (present, next, length) = (next, present, following);
        }
    }
}
