using System.Security.Cryptography;
using System.Text;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Meta's <c>X-Hub-Signature-256</c>: HMAC-SHA-256 with the app secret over the exact bytes received.</summary>
public static class WebhookSignature
{
    public const string Header = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";

    /// <summary>The 32 bytes that the header claims, or <c>null</c> where it is absent or malformed.</summary>
    public static byte[]? Parse(string? header)
    {
        if (header is null || header.Length != Prefix.Length + 64 || !header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var signature = new byte[32];
        return Convert.FromHexString(header.AsSpan(Prefix.Length), signature, out _, out _) == System.Buffers.OperationStatus.Done
            ? signature
            : null;
    }

    public static bool Matches(ReadOnlySpan<byte> claimed, ReadOnlySpan<byte> body, string appSecret) =>
        Matches(claimed, body, Encoding.UTF8.GetBytes(appSecret));

    public static bool Matches(ReadOnlySpan<byte> claimed, ReadOnlySpan<byte> body, ReadOnlySpan<byte> appSecret)
    {
        Span<byte> computed = stackalloc byte[32];
        HMACSHA256.HashData(appSecret, body, computed);
        return CryptographicOperations.FixedTimeEquals(claimed, computed);
    }

    /// <summary>What Meta would put into the header.</summary>
    public static string Of(ReadOnlySpan<byte> body, string appSecret) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body));
}
