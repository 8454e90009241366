using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Privacy;

/// <summary>How Meta names a person: <paramref name="WaId"/> (digits, no plus) or a business-scoped user id, or both; at least one.</summary>
public sealed record WhatsAppIdentity(string? WaId, string? UserId)
{
    public override string ToString() => "***";
}

/// <summary>The one place where phone numbers, user ids and wamids lie, sealed, found by blind index.</summary>
public interface IIdentityVault
{
    /// <summary>
    /// The client behind an identity, made at the first sight of it; a known phone number or user id finds the same client again. Asked
    /// twice it says the same, so that what follows from it is not lost when the asker fails in between.
    /// </summary>
    /// <param name="tenant">Whose client.</param>
    /// <param name="identity">How Meta names the person.</param>
    /// <param name="at">When the person went by these names.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Recognised> Resolve(TenantId tenant, WhatsAppIdentity identity, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>
    /// The client goes by <paramref name="to"/> from <paramref name="at"/> on. A name that is another client's stays theirs, and is told.
    /// </summary>
    Task<Recognised> Change(TenantId tenant, WhatsAppIdentity from, WhatsAppIdentity to, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>How to reach the client, or <c>null</c> once erased.</summary>
    Task<WhatsAppIdentity?> Reveal(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken);

    /// <summary>The firm's blind index of a wamid (case-sensitive, never parsed).</summary>
    Task<BlindIndex> IndexWamid(TenantId tenant, string wamid, CancellationToken cancellationToken);

    /// <summary>Keeps a wamid sealed so that a reply can quote it and a receipt can name it.</summary>
    Task KeepWamid(TenantId tenant, DataSubjectId subject, string wamid, CancellationToken cancellationToken);

    /// <summary>The wamid behind its index, or <c>null</c>.</summary>
    Task<string?> RevealWamid(TenantId tenant, BlindIndex index, CancellationToken cancellationToken);
}
