using System.Runtime.InteropServices;
using Lawyers.Hub.Benchmarks.Intakes;
using Lawyers.Hub.Benchmarks.Ledger;
using Lawyers.Hub.Benchmarks.Outbound;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Benchmarks.Store;
using Lawyers.Hub.Benchmarks.Webhooks;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;

namespace Lawyers.Hub.Benchmarks;

/// <summary>Benchmarks by name; each prints its figures beside a ceiling measured in the same run.</summary>
internal static class Program
{
    private const int Fine = 0;
    private const int Failed = 1;
    private const int Interrupted = 130;

    private static readonly Dictionary<string, Func<TextWriter, CancellationToken, Task>> All = new()
    {
        ["ledger"] = LedgerBenchmark.Run,
        ["store"] = StoreBenchmark.Run,
        ["gateway"] = GatewayBenchmark.Run,
        ["pipeline"] = PipelineBenchmark.Run,
        ["outbound"] = OutboundBenchmark.Run,
        ["fuzz"] = FuzzBenchmark.Run,
        ["intake"] = IntakeBenchmark.Run,
        ["webhook"] = WebhookBenchmark.Run,
    };

    /// <summary>Of those above; not run unless named.</summary>
    private static readonly Dictionary<string, Func<TextWriter, CancellationToken, Task>> Parts = new()
    {
        ["append"] = StoreBenchmark.RunAppending,
        ["gateway-million"] = GatewayBenchmark.RunMillion,
        ["large-store"] = StoreBenchmark.RunLarge,
        ["ledger-million"] = LedgerBenchmark.RunMillion,
        ["load"] = StoreBenchmark.RunLoading,
        ["pipeline-newcomers"] = PipelineBenchmark.RunNewcomers,
        ["pipeline-two-workers"] = PipelineBenchmark.RunTwoWorkers,
    };

    public static async Task<int> Main(string[] args)
    {
        var names = args.Length == 0 ? [.. All.Keys] : args;
        var unknown = names.Where(name => !All.ContainsKey(name) && !Parts.ContainsKey(name)).ToArray();
        if (unknown.Length > 0)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark '{unknown[0]}'. There are: {string.Join(", ", All.Keys.Concat(Parts.Keys))}.");
            return Failed;
        }

        using var stopping = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        try
        {
            foreach (var name in names)
            {
                await (All.GetValueOrDefault(name) ?? Parts[name])(Console.Out, stopping.Token);
            }

            return Fine;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The terminal's Ctrl-C reaches the hub as well, so that whatever was under way fails in its own manner.
            await Console.Error.WriteLineAsync("Stopped before the end; nothing was left running.");
            return Interrupted;
        }
        catch (Exception e) when (e is BenchmarkException or EmbeddedPostgresException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stopping.Cancel();
        }
    }
}
