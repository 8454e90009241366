using System.Security.Cryptography;
using System.Text;

namespace Lawyers.Hub.Simulator.Webhooks;

internal static class WebhookSignature
{
    public const string Header = "X-Hub-Signature-256";

    /// <summary>HMAC-SHA256 of the exact bytes of the body, keyed with the app secret as ASCII text.</summary>
    public static string Of(ReadOnlySpan<byte> body, string appSecret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(appSecret), body));
}
