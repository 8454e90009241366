using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Media;

/// <summary>The firm's secret behind links to files.</summary>
public interface IMediaLinkKey
{
    /// <summary>A keyed hash that nobody without the firm's keys can make.</summary>
    Task<byte[]> Hash(TenantId tenant, string text, CancellationToken cancellationToken);
}

/// <summary>Until when, and a keyed hash of that with the file and the one person it is for.</summary>
internal static class MediaToken
{
    private const char Between = '.';

    public static async Task<string> Sign(
        IMediaLinkKey key, TenantId tenant, MediaAssetId asset, Actor reader, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var seconds = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{seconds}{Between}{Convert.ToHexStringLower(await key.Hash(tenant, $"{asset}/{reader}/{seconds}", cancellationToken))}";
    }

    public static async Task<bool> IsGood(
        IMediaLinkKey key, TenantId tenant, MediaAssetId asset, Actor reader, string token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!long.TryParse(token.Split(Between)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || now >= DateTimeOffset.FromUnixTimeSeconds(seconds))
        {
            return false;
        }

        var good = await Sign(key, tenant, asset, reader, DateTimeOffset.FromUnixTimeSeconds(seconds), cancellationToken);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(good), Encoding.UTF8.GetBytes(token));
    }
}
