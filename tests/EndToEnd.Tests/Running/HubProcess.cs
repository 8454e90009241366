using System.Diagnostics;
using System.Text;

namespace Lawyers.Hub.EndToEnd.Tests.Running;

/// <summary>One of the product's executables as a process of its own, so that it can be stopped, or killed, like on a server.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private HubProcess(Process process) => _process = process;

    /// <summary>Everything it has printed so far: its log, for the test that looks for leaks and for the message of a failed one.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public bool HasExited => _process.HasExited;

    public static HubProcess Start(string project, IReadOnlyDictionary<string, string> settings)
    {
        var bin = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(bin.Parent!.Parent!.FullName, project, bin.Name, $"Lawyers.Hub.{project}.dll");
        var start = new ProcessStartInfo("dotnet", [assembly])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A process of a minute does not live to see what its measuring of itself would win.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var process = new HubProcess(new Process { StartInfo = start });
        process._process.OutputDataReceived += process.Keep;
        process._process.ErrorDataReceived += process.Keep;
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>SIGTERM, as an orchestrator stops it; the exit code.</summary>
    public async Task<int> Stop()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", [$"-{SigTerm}", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no chance to finish anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Stop();
        }

        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }
}
