using Microsoft.Extensions.Configuration;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>The platform's own app and where Meta is.</summary>
/// <param name="RequestsPerSecond">How much one source may deliver before it hears 429.</param>
public sealed record WhatsAppOptions(Uri GraphBaseUrl, string ApiVersion, string? VerifyToken, string? AppSecret, int RequestsPerSecond)
{
    /// <summary>How much may be delivered for one channel before it is told 429; a number at Meta's highest throughput stays well below.</summary>
    public int ChannelRequestsPerSecond { get; init; } = 1500;

    /// <summary>How many messages one number sends a second; Meta raises it to 1,000 by itself, and a number shared with the phone's own application has 20.</summary>
    public int MessagesPerSecond { get; init; } = 80;

    public static WhatsAppOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("WhatsApp");
        var options = new WhatsAppOptions(
            section.GetValue("GraphBaseUrl", new Uri("https://graph.facebook.com"))!,
            section.GetValue("ApiVersion", "v22.0")!,
            section["VerifyToken"],
            section["AppSecret"],
            section.GetValue("RequestsPerSecond", 2000));
        return options with
        {
            ChannelRequestsPerSecond = section.GetValue("ChannelRequestsPerSecond", options.ChannelRequestsPerSecond),
            MessagesPerSecond = Math.Max(1, section.GetValue("MessagesPerSecond", options.MessagesPerSecond)),
        };
    }

    public override string ToString() => $"{GraphBaseUrl} {ApiVersion}";
}
