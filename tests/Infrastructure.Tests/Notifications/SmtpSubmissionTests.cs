using System.Net;
using System.Net.Sockets;
using System.Text;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Domain.Notifications;
using Lawyers.Hub.Infrastructure.Notifications;

namespace Lawyers.Hub.Infrastructure.Tests.Notifications;

/// <summary>Letters to staff, in a real conversation with a mail server.</summary>
public sealed class SmtpSubmissionTests
{
    private static readonly StaffLetter Letter = new(
        new Guid("11111111-0000-0000-0000-000000000001"), Occasion.CriticalFlag, "/inbox/22222222-0000-0000-0000-000000000002", Round: 1);

    [Fact]
    public async Task A_letter_says_in_both_languages_that_something_waits_and_where()
    {
        await using var server = new SmtpServer();

        (await Submit(server.Port)).Should().BeNull();

        server.Said.Should().Contain(line => line.StartsWith("MAIL FROM:<hub@firm.test>", StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("RCPT TO:<maria@firm.test>", StringComparison.Ordinal));
        var (head, body) = Parts(server.Letters.Should().ContainSingle().Subject);
        head.Should().Contain("Subject: [Lawyers.Hub] Ada tanda kritis").And.Contain("Auto-Submitted: auto-generated")
            .And.Contain("11111111-0000-0000-0000-000000000001");
        body.Should().StartWith("Ada tanda kritis.").And.Contain("A critical flag was raised.").And.Contain("Nobody has seen this notification yet.")
            .And.Contain("https://hub.firm.test/inbox/22222222-0000-0000-0000-000000000002");
    }

    [Fact]
    public async Task A_digest_says_in_both_languages_how_much_waits_and_where_and_nothing_more()
    {
        await using var server = new SmtpServer();
        var digest = new StaffLetter(Letter.Id, Occasion.DailyDigest, "/", Round: 0) { Waiting = [new(Waiting.Reply, 3), new(Waiting.Complaint, 1)] };

        (await Submit(server.Port, letter: digest)).Should().BeNull();

        var (head, body) = Parts(server.Letters.Should().ContainSingle().Subject);
        head.Should().Contain("Subject: [Lawyers.Hub] Yang menunggu Anda hari ini");
        body.ReplaceLineEndings("\n").Should().Be(
            """
            Yang menunggu Anda hari ini:

            - 3 balasan menunggu persetujuan
              https://hub.firm.test/replies
            - 1 laporan belum selesai
              https://hub.firm.test/tickets

            Isi perkara tidak pernah ditulis di surel.

            --
            What waits for you today:

            - 3 replies wait for approval
              https://hub.firm.test/replies
            - 1 complaint is not closed
              https://hub.firm.test/tickets

            No mail ever says what a case is about.

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_recipient_that_the_server_will_not_have_is_refused()
    {
        await using var server = new SmtpServer { AnswerToRecipient = "550 No such mailbox" };

        (await Submit(server.Port)).Should().Be(DeliveryTrouble.Refused);
        server.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        (await Submit(port)).Should().Be(DeliveryTrouble.Unreachable);
    }

    [Fact]
    public async Task Nothing_is_said_in_clear_where_the_settings_ask_for_tls()
    {
        await using var server = new SmtpServer();

        (await Submit(server.Port, tls: true)).Should().NotBeNull();

        server.Letters.Should().BeEmpty();
        server.Said.Should().NotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private static Task<DeliveryTrouble?> Submit(int port, bool tls = false, StaffLetter? letter = null)
    {
        var options = new MailOptions("127.0.0.1", port, tls, null, null, "hub@firm.test", new Uri("https://hub.firm.test/"));
        return new SmtpSubmission(options).Send("maria@firm.test", "id", letter ?? Letter, CancellationToken.None);
    }

    private static (string Head, string Body) Parts(string letter)
    {
        var blank = letter.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = (letter[..blank], letter[(blank + 2)..]);
        return head.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? (head, Encoding.UTF8.GetString(Convert.FromBase64String(body)).ReplaceLineEndings("\n"))
            : (head, body.Replace("=\n", "", StringComparison.Ordinal));
    }
}
