using Microsoft.Extensions.Configuration;

namespace Lawyers.Hub.Infrastructure.Notifications;

/// <summary>The settings <c>Mail__*</c>: without a host no mail is sent, and each letter is recorded as such.</summary>
/// <param name="Host">Of the server that takes the firm's mail.</param>
/// <param name="Tls">STARTTLS before anything is said; off only for a server on the same machine.</param>
/// <param name="From">The sender's address.</param>
/// <param name="DashboardUrl">Where staff opens the dashboard; letters link to it.</param>
public sealed record MailOptions(string? Host, int Port, bool Tls, string? User, string? Password, string From, Uri? DashboardUrl)
{
    private const int Submission = 587;

    public static MailOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mail = configuration.GetSection("Mail");
        return new MailOptions(
            mail["Host"] is { Length: > 0 } host ? host : null,
            mail.GetValue("Port", Submission),
            mail.GetValue("Tls", defaultValue: true),
            mail["User"],
            mail["Password"],
            mail["From"] is { Length: > 0 } from ? from : "hub@localhost",
            mail["DashboardUrl"] is { Length: > 0 } url ? new Uri(url, UriKind.Absolute) : null);
    }

    public override string ToString() => $"MailOptions {{ Host = {Host}, Port = {Port} }}";
}
