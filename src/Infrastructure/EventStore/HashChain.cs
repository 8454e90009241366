using System.Text;
using Lawyers.Hub.Domain.Audit;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>What the hash of an event covers; docs/audit-format.md says it for whoever writes a verifier.</summary>
/// <param name="Data">The stored JSON body, in any spelling.</param>
internal sealed record ChainedFields(
    string Actor, string? Causation, string? Correlation, string Data, Guid EventId, string? Reason, Guid StreamId, string StreamType,
    Guid? Subject, string Tenant, string Type, long Version)
{
    /// <summary>SHA-256 of the RFC 8785 form of these fields.</summary>
    public byte[] BodyHash() => new EntryHasher().Body(new LedgerEntry(
        Sequence: 0, EventId, StreamId, StreamType, Version, Type, Encoding.UTF8.GetBytes(Data), Tenant, At: default, Actor, Reason, Correlation, Causation,
        Subject, Hash: null)).ToArray();
}
