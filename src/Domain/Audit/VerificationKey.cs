using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>The public half of a key that seals: a point on P-256, published as a JWK (RFC 7517).</summary>
/// <param name="X">32 bytes in base64url.</param>
/// <param name="Y">32 bytes in base64url.</param>
public sealed record VerificationKey(string X, string Y)
{
    /// <summary>The key's RFC 7638 thumbprint: SHA-256 of its required members, in base64url.</summary>
    public string Id { get; } = Base64Url.EncodeToString(SHA256.HashData(
        Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));

    /// <summary>Whether an ES256 signature (RFC 7518, section 3.4: r and s, 32 bytes each) is this key's over these bytes.</summary>
    public bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Base64Url.DecodeFromChars(X), Y = Base64Url.DecodeFromChars(Y) },
            });
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false; // no point on the curve: nothing was ever signed by it
        }
    }
}

/// <summary>A key that seals, with its private half.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        Public = new(Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    }

    public VerificationKey Public { get; }

    public static SigningKey Make() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="pkcs8">What <see cref="Export"/> gave.</param>
    /// <exception cref="CryptographicException">It is no such key.</exception>
    public static SigningKey Import(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            return new(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The private key as PKCS #8, to be sealed at once.</summary>
    public byte[] Export() => _key.ExportPkcs8PrivateKey();

    /// <summary>An ES256 signature over the SHA-256 of these bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> bytes) => _key.SignData(bytes, HashAlgorithmName.SHA256);

    public void Dispose() => _key.Dispose();

    public override string ToString() => "***";
}
