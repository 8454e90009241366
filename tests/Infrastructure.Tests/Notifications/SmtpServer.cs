using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lawyers.Hub.Infrastructure.Tests.Notifications;

/// <summary>A mail server of the tests: it speaks SMTP (RFC 5321) over a real socket and keeps what it was handed.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly List<string> _letters = [];
    private readonly List<string> _said = [];
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to a recipient.</summary>
    public string AnswerToRecipient { get; init; } = "250 OK";

    public IReadOnlyList<string> Letters => _letters;

    /// <summary>The client's lines outside of letters.</summary>
    public IReadOnlyList<string> Said => _said;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private async Task Serve()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
            await Talk(client.GetStream());
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.test ESMTP");
        while (await reader.ReadLineAsync(_ending.Token) is { } line)
        {
            _said.Add(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 End with a dot");
                _letters.Add(await Letter(reader));
            }

            await writer.WriteLineAsync(verb switch
            {
                "EHLO" => "250 mail.test",
                "RCPT" => AnswerToRecipient,
                "QUIT" => "221 Bye",
                _ => "250 OK",
            });
        }
    }

    private async Task<string> Letter(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_ending.Token) is { } line && line != ".")
        {
            text.AppendLine(line.StartsWith('.') ? line[1..] : line);
        }

        return text.ToString();
    }
}
