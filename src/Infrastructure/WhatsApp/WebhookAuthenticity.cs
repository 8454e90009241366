using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Who may deliver: the platform's app, or a channel's own for that channel alone. Every secret is tried, none by a shortcut.</summary>
public sealed class WebhookAuthenticity(PostgresChannelCatalog catalog, WhatsAppOptions options)
{
    private readonly WebhookSigner? _platform = options.AppSecret is { Length: > 0 } secret ? WebhookSigner.Platform(secret) : null;
    private volatile KnownApps _known = new([], []);

    /// <summary>Whose signature it is, or <c>null</c>.</summary>
    public async ValueTask<WebhookSigner?> Verify(string? header, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (WebhookSignature.Parse(header) is not { } claimed)
        {
            return null;
        }

        if (_platform?.Signed(claimed, body.Span) == true)
        {
            return _platform;
        }

        WebhookSigner? signer = null;
        foreach (var app in AppsOf(await catalog.All(cancellationToken)))
        {
            signer = app.Signed(claimed, body.Span) ? app : signer;
        }

        return signer;
    }

    /// <summary>Whether the token of a handshake is the platform's or a channel's.</summary>
    public async ValueTask<bool> Knows(string verifyToken, CancellationToken cancellationToken)
    {
        var channels = await catalog.All(cancellationToken);
        var claimed = SHA256.HashData(Encoding.UTF8.GetBytes(verifyToken));
        var known = false;
        foreach (var token in channels.Select(channel => channel.Secrets.VerifyToken).Prepend(options.VerifyToken))
        {
            known |= token is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(claimed, SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        }

        return known;
    }

    /// <summary>Each app once, and not anew for each delivery.</summary>
    private WebhookSigner[] AppsOf(IReadOnlyCollection<ConnectedChannel> channels)
    {
        var known = _known;
        if (!ReferenceEquals(known.Channels, channels))
        {
            known = new(channels, [.. channels.Select(channel => channel.Secrets.AppSecret).OfType<string>().Where(secret => secret.Length > 0).Distinct().Select(WebhookSigner.Of)]);
            _known = known;
        }

        return known.Apps;
    }

    private sealed record KnownApps(IReadOnlyCollection<ConnectedChannel> Channels, WebhookSigner[] Apps);
}
