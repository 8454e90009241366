using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>What is sealed: these were a firm's first <paramref name="Size"/> events, at this time.</summary>
/// <param name="Size">Leaves of the tree.</param>
/// <param name="Root">Root of the tree (RFC 9162, section 2.1.1).</param>
/// <param name="At">When it was sealed, to the microsecond.</param>
/// <param name="Previous">SHA-256 of the compact JWS of the checkpoint before; <c>null</c> for the first one.</param>
public sealed record Checkpoint(TenantId Tenant, long Size, Digest Root, DateTimeOffset At, Digest? Previous)
{
    /// <summary>The signed bytes: canonical JSON.</summary>
    public byte[] Payload()
    {
        var writer = new CanonicalWriter();
        writer.Raw("{\"at\":"u8);
        writer.Text(At.UtcDateTime.ToString(LedgerEntry.TimeFormat, CultureInfo.InvariantCulture));
        writer.Raw(",\"previous\":"u8);
        writer.Text(Previous?.ToString());
        writer.Raw(",\"root\":"u8);
        writer.Text(Root.ToString());
        writer.Raw(",\"size\":"u8);
        writer.Number(Size);
        writer.Raw(",\"tenant\":"u8);
        writer.Text(Tenant.ToString());
        writer.Raw("}"u8);
        return writer.Written.ToArray();
    }

    /// <summary>Reads what <see cref="Payload"/> wrote; <c>null</c> where it is something else.</summary>
    public static Checkpoint? Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            using var document = JsonDocument.ParseValue(ref reader);
            var members = document.RootElement;
            var previous = members.GetProperty("previous").GetString();
            Digest before = default;
            return Digest.TryParse(members.GetProperty("root").GetString(), out var root) && (previous is null || Digest.TryParse(previous, out before))
                ? new(
                    new TenantId(members.GetProperty("tenant").GetGuid()), members.GetProperty("size").GetInt64(), root,
                    members.GetProperty("at").GetDateTimeOffset(), previous is null ? null : before)
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A checkpoint as a compact JWS (RFC 7515) with ES256; any JOSE library checks it.</summary>
/// <param name="KeyId">RFC 7638 thumbprint of the key that signed it, as its header says.</param>
/// <param name="Jws">Three parts in base64url, joined by dots.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, string KeyId, string Jws)
{
    /// <summary>What the next checkpoint names as its previous one.</summary>
    public Digest Hash => HashOf(Jws);

    public static Digest HashOf(string jws) => Digest.Of(Encoding.ASCII.GetBytes(jws));

    public static SignedCheckpoint Sign(Checkpoint checkpoint, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(key);
        var header = $$"""{"alg":"ES256","kid":"{{key.Public.Id}}","typ":"checkpoint+jws"}""";
        var signed = $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(header))}.{Base64Url.EncodeToString(checkpoint.Payload())}";
        return new(checkpoint, key.Public.Id, $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}");
    }

    /// <summary>Reads a compact JWS without asking whether its signature holds; <c>null</c> where it is no checkpoint.</summary>
    public static SignedCheckpoint? Read(string jws)
    {
        ArgumentNullException.ThrowIfNull(jws);
        var parts = jws.Split('.');
        if (parts.Length != 3 || !parts.All(part => Base64Url.IsValid(part)))
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            return header.RootElement.GetProperty("alg").GetString() == "ES256" && header.RootElement.GetProperty("kid").GetString() is { } kid
                && Checkpoint.Read(Base64Url.DecodeFromChars(parts[1])) is { } checkpoint
                    ? new(checkpoint, kid, jws)
                    : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether this key signed exactly this.</summary>
    public bool IsSignedBy(VerificationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var end = Jws.LastIndexOf('.');
        return key.Id == KeyId && key.Verifies(Encoding.ASCII.GetBytes(Jws[..end]), Base64Url.DecodeFromChars(Jws.AsSpan(end + 1)));
    }
}
