using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>An app that signed. One firm's app cannot speak for another firm's number.</summary>
public sealed class WebhookSigner
{
    private readonly string? _appSecret;

    private WebhookSigner(string? appSecret) => _appSecret = appSecret;

    internal static WebhookSigner Platform { get; } = new(null);

    internal static WebhookSigner Of(string appSecret) => new(appSecret);

    /// <summary>The platform's app speaks for every number, any other for the numbers that are registered with its secret.</summary>
    internal bool MaySpeakFor(ConnectedChannel channel) =>
        _appSecret is null || (channel.Secrets.AppSecret is { Length: > 0 } own
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(own), Encoding.UTF8.GetBytes(_appSecret)));

    /// <summary>What quarantine remembers of the app, <c>null</c> for the platform's.</summary>
    /// <param name="hubsOwn">The keys of <see cref="WebhookInbox.Nobody"/>.</param>
    internal byte[]? Trace(FirmKeys hubsOwn) => _appSecret is null ? null : hubsOwn.IndexBytes(BlindKind.AppSecret, _appSecret);

    /// <summary>Whether the app that left a trace may speak for a channel that was registered since.</summary>
    internal static bool MaySpeakFor(ConnectedChannel channel, byte[]? trace, FirmKeys hubsOwn) =>
        trace is null || (channel.Secrets.AppSecret is { Length: > 0 } own
            && CryptographicOperations.FixedTimeEquals(hubsOwn.IndexBytes(BlindKind.AppSecret, own), trace));
}
