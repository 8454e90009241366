using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lawyers.Hub.AuditVerifier;

/// <summary>One event's line of an export, hashed.</summary>
/// <param name="Hash">The chain value that the line names, in hex.</param>
/// <param name="Body">SHA-256 of what the chain covers of the event.</param>
/// <param name="Leaf">The event's leaf in the tree.</param>
internal sealed record ExportedEvent(
    long Sequence, string Tenant, string Stream, long Version, long Microseconds, string Hash, long? LeafIndex, byte[] Body, byte[] Leaf, bool ShowsWhatIsStored)
{
    private static readonly string[] InBody =
        ["actor", "causationId", "correlationId", "eventId", "reason", "streamId", "streamType", "subjectId", "tenantId", "type", "version"];

    private static readonly string[] InLeafToo = ["hash", "occurredAt", "sequence"];

    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    public static ExportedEvent Read(JsonElement line)
    {
        var stored = line.GetProperty("stored");
        return new(
            line.GetProperty("sequence").GetInt64(),
            line.GetProperty("tenantId").GetString()!,
            line.GetProperty("streamId").GetString()!,
            line.GetProperty("version").GetInt64(),
            (line.GetProperty("occurredAt").GetDateTimeOffset() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
            line.GetProperty("hash").GetString()!,
            line.GetProperty("leafIndex").ValueKind == JsonValueKind.Null ? null : line.GetProperty("leafIndex").GetInt64(),
            SHA256.HashData(Text(line, InBody, stored)),
            Tree.Leaf(Text(line, [.. InBody, .. InLeafToo], stored)),
            Shows(line.GetProperty("data"), stored, level: 1));
    }

    /// <summary>What the hash must be where this hash stands before it.</summary>
    public string Chain(string previous) => Convert.ToHexStringLower(SHA256.HashData(
        [.. Convert.FromHexString(previous), .. Body, .. Encoding.ASCII.GetBytes(Microseconds.ToString(CultureInfo.InvariantCulture))]));

    private static byte[] Text(JsonElement line, string[] names, JsonElement stored)
    {
        var text = new StringBuilder();
        Canonical.AppendObject(text, names.Select(name => (name, line.GetProperty(name))).Append(("data", stored)));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What people read in <c>data</c> is not hashed: it must be what is stored, with names in camelCase and seals as nothing but sealed.</summary>
    private static bool Shows(JsonElement shown, JsonElement stored, int level) => stored.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array when level > Canonical.Deepest => true, // no part of what is hashed
        JsonValueKind.Object when stored.TryGetProperty("$subject", out _) =>
            shown.ValueKind == JsonValueKind.Object && shown.EnumerateObject().Count() == 1 && shown.TryGetProperty("sealed", out var mark) && mark.ValueKind == JsonValueKind.True,
        JsonValueKind.Object => shown.ValueKind == JsonValueKind.Object && shown.EnumerateObject().Count() == stored.EnumerateObject().Count()
            && stored.EnumerateObject().All(member => shown.TryGetProperty(JsonNamingPolicy.CamelCase.ConvertName(member.Name), out var value) && Shows(value, member.Value, level + 1)),
        JsonValueKind.Array => shown.ValueKind == JsonValueKind.Array && shown.GetArrayLength() == stored.GetArrayLength()
            && shown.EnumerateArray().Zip(stored.EnumerateArray()).All(pair => Shows(pair.First, pair.Second, level + 1)),
        _ => JsonElement.DeepEquals(shown, stored),
    };
}
