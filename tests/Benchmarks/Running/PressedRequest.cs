using System.Globalization;
using System.Text;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>A request as it goes over the wire, made before the clock runs.</summary>
internal static class PressedRequest
{
    public static byte[] Post(Uri url, string path, string header, string value, ReadOnlySpan<byte> body)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\n{header}: {value}\r\nContent-Length: {body.Length}\r\n\r\n");
        var bytes = new byte[head.Length + body.Length];
        Encoding.ASCII.GetBytes(head, bytes);
        body.CopyTo(bytes.AsSpan(head.Length));
        return bytes;
    }
}
