using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Infrastructure.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Who may deliver: the platform's app, or a channel's own for that channel alone. Every secret is tried, none by a shortcut.</summary>
public sealed class WebhookAuthenticity(PostgresChannelCatalog catalog, WhatsAppOptions options)
{
    /// <summary>Whose signature it is, or <c>null</c>.</summary>
    public async ValueTask<WebhookSigner?> Verify(string? header, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (WebhookSignature.Parse(header) is not { } claimed)
        {
            return null;
        }

        if (options.AppSecret is { Length: > 0 } platform && WebhookSignature.Matches(claimed, body.Span, platform))
        {
            return WebhookSigner.Platform;
        }

        WebhookSigner? signer = null;
        foreach (var app in (await catalog.All(cancellationToken)).Where(channel => channel.Secrets.AppSecret is { Length: > 0 })
            .GroupBy(channel => channel.Secrets.AppSecret!))
        {
            if (WebhookSignature.Matches(claimed, body.Span, app.Key))
            {
                signer = WebhookSigner.Of(app.Key);
            }
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
}
