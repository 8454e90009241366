using System.Security.Cryptography;
using System.Text;

namespace Lawyers.Hub.Application.EventStore;

/// <summary>The same words give the same id, on every node and after every restart.</summary>
public static class StableId
{
    public static Guid Of(string words)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(words), hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
