using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lawyers.Hub.Testing;

/// <summary>
/// A real clamd in a folder of its own, with signatures of its own and none of ClamAV's, on loopback. It ends with the process that started it,
/// however that happens.
/// </summary>
public sealed class ClamdServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("lawyers-hub-clamd-").FullName;
    private Process? _process;

    private ClamdServer()
    {
    }

    public static string Host => "127.0.0.1";

    public int Port { get; } = FreePort();

    /// <summary>The file that every scanner is to find; put together here, so that no file of the repository holds it.</summary>
    public static byte[] Harmful => Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    public static async Task<ClamdServer> Start()
    {
        if (!File.Exists("/usr/sbin/clamd"))
        {
            throw new InvalidOperationException("clamd is missing: build/test.sh installs it, or: apt-get install clamav-daemon.");
        }

        var server = new ClamdServer();
        await server.Run();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Run()
    {
        var signatures = Directory.CreateDirectory(Path.Combine(_folder, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "test.ndb"), $"Test.Harmful:0:*:{Convert.ToHexStringLower(Harmful)}\n");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "clamd.conf"),
            string.Create(CultureInfo.InvariantCulture, $"""
            DatabaseDirectory {signatures}
            TCPSocket {Port}
            TCPAddr {Host}
            Foreground yes
            StreamMaxLength 2M
            MaxScanSize 4M
            MaxFileSize 6M
            AlertExceedsMax yes
            AlertEncrypted yes
            SelfCheck 0
            User {Environment.UserName}

            """));
        var settings = Path.Combine(_folder, "clamd.conf");
        _process = Process.Start(new ProcessStartInfo(
            "sh",
            [
                "-c",
                "clamd --config-file=\"$0\" >\"$0.out\" 2>&1 </dev/null & child=$!; trap 'kill $child' TERM; while kill -0 \"$1\" 2>/dev/null && kill -0 $child 2>/dev/null; do sleep 1; done; kill $child 2>/dev/null",
                settings, Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            ])
        {
            Environment = { ["PATH"] = $"/usr/sbin:{Environment.GetEnvironmentVariable("PATH")}" },
        })!;
        await Listening(settings);
    }

    private async Task Listening(string settings)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var tcp = new TcpClient();
                await tcp.ConnectAsync(Host, Port, limit.Token);
                return;
            }
            catch (SocketException) when (_process!.HasExited)
            {
                throw new InvalidOperationException($"clamd did not start: {await File.ReadAllTextAsync($"{settings}.out")}");
            }
            catch (SocketException)
            {
                await Task.Delay(20, limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
