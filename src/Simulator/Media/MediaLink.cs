using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Simulator.Clock;

namespace Lawyers.Hub.Simulator.Media;

/// <summary>A download address that is good for five minutes on the simulator's clock.</summary>
internal sealed class MediaLink(SimulatorClock clock)
{
    public const string Path = "/media-download";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    // New with every start: an address given out before a restart is then refused, as an expired one is.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Of(MediaItem item, HttpRequest request)
    {
        var expires = (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds();
        return string.Create(
            CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}{Path}?mid={item.Id}&ext={expires}&hash={Sign(item.Id, expires)}");
    }

    public bool IsGood(string mediaId, long expires, string hash) =>
        clock.GetUtcNow().ToUnixTimeMilliseconds() < expires
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Sign(mediaId, expires)));

    private string Sign(string mediaId, long expires) => Convert.ToHexStringLower(
        HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mediaId}.{expires}"))));
}
