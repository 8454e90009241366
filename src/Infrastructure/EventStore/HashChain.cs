using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Infrastructure.Serialization;

namespace Lawyers.Hub.Infrastructure.EventStore;

/// <summary>What the hash of an event covers; docs/audit-format.md says it for whoever writes a verifier.</summary>
/// <param name="Data">The stored JSON body, in any spelling.</param>
internal sealed record ChainedFields(
    string Actor, string? Causation, string? Correlation, string Data, Guid EventId, string? Reason, Guid StreamId, string StreamType,
    Guid? Subject, string Tenant, string Type, long Version)
{
    /// <summary>SHA-256 of the RFC 8785 form of these fields.</summary>
    public byte[] BodyHash()
    {
        var text = new StringBuilder(512);
        Text(text, "{\"actor\":", Actor);
        Text(text, ",\"causationId\":", Causation);
        Text(text, ",\"correlationId\":", Correlation);
        text.Append(",\"data\":");
        using (var data = JsonDocument.Parse(Data))
        {
            CanonicalJson.Append(text, data.RootElement);
        }

        Text(text, ",\"eventId\":", EventId.ToString("D"));
        Text(text, ",\"reason\":", Reason);
        Text(text, ",\"streamId\":", StreamId.ToString("D"));
        Text(text, ",\"streamType\":", StreamType);
        Text(text, ",\"subjectId\":", Subject?.ToString("D"));
        Text(text, ",\"tenantId\":", Tenant);
        Text(text, ",\"type\":", Type);
        text.Append(CultureInfo.InvariantCulture, $",\"version\":{Version}}}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Text(StringBuilder text, string name, string? value)
    {
        text.Append(name);
        if (value is null)
        {
            text.Append("null");
        }
        else
        {
            CanonicalJson.AppendString(text, value);
        }
    }
}

/// <summary>The chain within a stream: each hash covers the one before, the body and the time.</summary>
internal static class HashChain
{
    public static byte[] Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> bodyHash, DateTimeOffset at)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(bodyHash);
        var microseconds = (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        hash.AppendData(Encoding.ASCII.GetBytes(microseconds.ToString(CultureInfo.InvariantCulture)));
        return hash.GetHashAndReset();
    }
}
