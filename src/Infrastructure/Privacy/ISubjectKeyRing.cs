using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>The keys that personal data in events and views is sealed under, one per data subject, cached for the serialiser.</summary>
public interface ISubjectKeyRing
{
    /// <summary>Makes the subject's key at its first use, and has it at hand afterwards.</summary>
    Task Ensure(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken);

    /// <summary>The same for a part of what is held about a client: its key can be destroyed alone, and goes with the client's.</summary>
    Task EnsurePart(TenantId tenant, DataSubjectId part, DataSubjectId whole, CancellationToken cancellationToken);

    /// <summary>Has the keys of all these subjects at hand, in one query; those that were destroyed stay missing.</summary>
    Task Load(TenantId tenant, IReadOnlyCollection<DataSubjectId> subjects, CancellationToken cancellationToken);

    /// <summary>A key that <see cref="Ensure"/> or <see cref="Load"/> brought; <c>null</c> where it was destroyed or never made.</summary>
    SubjectKey? Find(DataSubjectId subject);
}
