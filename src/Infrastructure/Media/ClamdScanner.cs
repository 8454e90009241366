using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Domain.Media;

namespace Lawyers.Hub.Infrastructure.Media;

/// <summary>
/// ClamAV's daemon, spoken to by <c>INSTREAM</c>: four bytes of length, a chunk, and so on until a length of zero. The daemon is to be set to
/// <c>AlertEncrypted</c> and <c>AlertExceedsMax</c>, with <c>MaxScanSize</c> below <c>MaxFileSize</c>: else it says OK of what it did not look into.
/// </summary>
public sealed class ClamdScanner(string host, int port) : IMediaScanner
{
    private const int ChunkSize = 64 * 1024;
    private const int LongestAnswer = 4096;
    private const string Found = " FOUND";
    private const string Said = "stream: ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // What it calls a file that it could not look into; everything else it finds is harmful.
    private static readonly string[] NotLookedInto = ["Heuristics.Encrypted.", "Heuristics.Limits.Exceeded."];

    public async Task<ScanVerdict> Scan(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return Read(await Ask(content, limit.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"clamd at {host}:{port} did not answer within {Patience}.");
        }
    }

    private static ScanVerdict Read(string answer)
    {
        if (answer == "stream: OK")
        {
            return new ScanVerdict.Clean();
        }

        if (answer.EndsWith(Found, StringComparison.Ordinal) && answer.StartsWith(Said, StringComparison.Ordinal))
        {
            var signature = answer[Said.Length..^Found.Length];
            return NotLookedInto.Any(prefix => signature.StartsWith(prefix, StringComparison.Ordinal))
                ? new ScanVerdict.Unscannable()
                : new ScanVerdict.Infected(signature);
        }

        return answer.StartsWith("INSTREAM size limit exceeded", StringComparison.Ordinal)
            ? new ScanVerdict.Unscannable()
            : throw new IOException($"clamd answered what is no verdict: {answer}");
    }

    private async Task<string> Ask(Stream content, CancellationToken cancellationToken)
    {
        using var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(host, port, cancellationToken);
        await using var net = tcp.GetStream();
        try
        {
            await Send(net, content, cancellationToken);
        }
        catch (IOException)
        {
            // It hangs up once the stream is longer than it reads, and says so first.
        }

        var answer = new byte[LongestAnswer];
        var length = await net.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return length == 0 ? throw new IOException("clamd hung up without an answer.") : Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private static async Task Send(NetworkStream net, Stream content, CancellationToken cancellationToken)
    {
        await net.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var chunk = new byte[sizeof(int) + ChunkSize];
        int length;
        while ((length = await content.ReadAsync(chunk.AsMemory(sizeof(int)), cancellationToken)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, length);
            await net.WriteAsync(chunk.AsMemory(0, sizeof(int) + length), cancellationToken);
        }

        await net.WriteAsync(new byte[sizeof(int)], cancellationToken);
    }
}
