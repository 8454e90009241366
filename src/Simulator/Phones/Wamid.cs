using System.Security.Cryptography;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>A message id: opaque, case-sensitive, with the + / and = that careless readers trip over.</summary>
internal static class Wamid
{
    public static string New() => "wamid." + Convert.ToBase64String([0x1c, .. RandomNumberGenerator.GetBytes(36)]);
}
