using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>An app that signed. One firm's app cannot speak for another firm's number.</summary>
public sealed class WebhookSigner
{
    private readonly string? _appSecret;
    private readonly byte[] _key;

    private WebhookSigner(string appSecret, bool isPlatform)
    {
        _appSecret = isPlatform ? null : appSecret;
        _key = Encoding.UTF8.GetBytes(appSecret);
        MaySpeakFor = isPlatform ? _ => true : Owns;
    }

    /// <summary>The platform's app speaks for every number, any other for the numbers that are registered with its secret.</summary>
    internal Func<ConnectedChannel, bool> MaySpeakFor { get; }

    internal static WebhookSigner Platform(string appSecret) => new(appSecret, isPlatform: true);

    internal static WebhookSigner Of(string appSecret) => new(appSecret, isPlatform: false);

    /// <summary>Whether it is this app that signed.</summary>
    internal bool Signed(ReadOnlySpan<byte> claimed, ReadOnlySpan<byte> body) => WebhookSignature.Matches(claimed, body, _key);

    /// <summary>What quarantine remembers of the app, <c>null</c> for the platform's.</summary>
    /// <param name="hubsOwn">The keys of <see cref="WebhookInbox.Nobody"/>.</param>
    internal byte[]? Trace(FirmKeys hubsOwn) => _appSecret is null ? null : hubsOwn.IndexBytes(BlindKind.AppSecret, _appSecret);

    /// <summary>Whether the app that left a trace may speak for a channel that was registered since.</summary>
    internal static bool TraceMaySpeakFor(ConnectedChannel channel, byte[]? trace, FirmKeys hubsOwn) =>
        trace is null || (channel.Secrets.AppSecret is { Length: > 0 } own
            && CryptographicOperations.FixedTimeEquals(hubsOwn.IndexBytes(BlindKind.AppSecret, own), trace));

    private bool Owns(ConnectedChannel channel) => channel.Secrets.AppSecret is { Length: > 0 } own
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(own), _key);
}
