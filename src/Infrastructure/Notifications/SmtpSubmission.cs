using System.Net;
using System.Net.Mail;
using System.Text;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Domain.Notifications;

namespace Lawyers.Hub.Infrastructure.Notifications;

/// <summary>Mail over SMTP submission, with STARTTLS unless the settings say otherwise (decision 54).</summary>
internal sealed class SmtpSubmission(MailOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<DeliveryTrouble?> Send(string email, string language, StaffLetter letter, CancellationToken cancellationToken)
    {
        if (options.Host is null)
        {
            return DeliveryTrouble.NotConfigured;
        }

        if (!MailAddress.TryCreate(email, out var address))
        {
            return DeliveryTrouble.NoAddress;
        }

        using var message = new MailMessage(new MailAddress(options.From, "Lawyers.Hub"), address)
        {
            Subject = LetterText.Subject(letter, language),
            SubjectEncoding = Encoding.UTF8,
            Body = LetterText.Body(letter, language, options.DashboardUrl),
            BodyEncoding = Encoding.UTF8,
        };

        // Out-of-office answers to these help nobody; the id lets a mailbox drop what a server delivered twice.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Message-ID", $"<{letter.Id:D}@lawyers.hub>");
        return await Hand(message, cancellationToken);
    }

    private async Task<DeliveryTrouble?> Hand(MailMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
        if (options.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, options.Password);
        }

        try
        {
            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (SmtpException e)
        {
            return e.StatusCode == SmtpStatusCode.GeneralFailure ? DeliveryTrouble.Unreachable : DeliveryTrouble.Refused;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DeliveryTrouble.Unreachable;
        }
    }
}
