using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lawyers.Hub.AuditVerifier;

/// <summary>A checkpoint out of its compact JWS (RFC 7515).</summary>
internal sealed record SealedCheckpoint(string Jws, string KeyId, string Tenant, long Size, string Root, string At, string? Previous)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Jws)));

    /// <exception cref="FormatException">It is none.</exception>
    public static SealedCheckpoint Read(string jws)
    {
        try
        {
            var parts = jws.Split('.');
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            var words = payload.RootElement;
            return parts.Length == 3 && header.RootElement.GetProperty("alg").GetString() == "ES256"
                ? new(
                    jws, header.RootElement.GetProperty("kid").GetString() ?? "", words.GetProperty("tenant").GetString() ?? "",
                    words.GetProperty("size").GetInt64(), words.GetProperty("root").GetString() ?? "", words.GetProperty("at").GetString() ?? "",
                    words.GetProperty("previous").GetString())
                : throw new FormatException("It is no JWS with ES256.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FormatException("It is no JWS of a checkpoint.", e);
        }
    }

    public bool IsSignedBy(JsonElement key)
    {
        try
        {
            using var point = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint
                {
                    X = Base64Url.DecodeFromChars(key.GetProperty("x").GetString()),
                    Y = Base64Url.DecodeFromChars(key.GetProperty("y").GetString()),
                },
            });
            var end = Jws.LastIndexOf('.');
            return point.VerifyData(Encoding.ASCII.GetBytes(Jws[..end]), Base64Url.DecodeFromChars(Jws.AsSpan(end + 1)), HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>The id that a key must have (RFC 7638).</summary>
    public static string Thumbprint(JsonElement key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(
        $$"""{"crv":"P-256","kty":"EC","x":"{{key.GetProperty("x").GetString()}}","y":"{{key.GetProperty("y").GetString()}}"}""")));
}
