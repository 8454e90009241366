using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Tenancy;
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

        var signed = new HashSet<string>();
        foreach (var app in (await catalog.All(cancellationToken)).Where(channel => channel.Secrets.AppSecret is { Length: > 0 })
            .GroupBy(channel => channel.Secrets.AppSecret!))
        {
            if (WebhookSignature.Matches(claimed, body.Span, app.Key))
            {
                signed.UnionWith(app.Select(channel => channel.Channel.PhoneNumberId));
            }
        }

        return signed.Count == 0 ? null : new WebhookSigner(signed);
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

/// <summary>An app that signed. One firm's app cannot speak for another firm's number.</summary>
public sealed class WebhookSigner
{
    private readonly HashSet<string>? _numbers;

    internal WebhookSigner(HashSet<string>? numbers) => _numbers = numbers;

    internal static WebhookSigner Platform { get; } = new(null);

    internal bool MaySpeakFor(RegisteredChannel channel) => _numbers is null || _numbers.Contains(channel.PhoneNumberId);
}
