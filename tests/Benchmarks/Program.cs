using Lawyers.Hub.Benchmarks.Webhooks;

namespace Lawyers.Hub.Benchmarks;

/// <summary>Benchmarks by name; each prints its figures beside a ceiling measured in the same run.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<TextWriter, CancellationToken, Task>> All = new()
    {
        ["webhook"] = WebhookBenchmark.Run,
    };

    public static async Task<int> Main(string[] args)
    {
        var names = args.Length == 0 ? [.. All.Keys] : args;
        var unknown = names.Where(name => !All.ContainsKey(name)).ToArray();
        if (unknown.Length > 0)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark '{unknown[0]}'. There are: {string.Join(", ", All.Keys)}.");
            return 1;
        }

        foreach (var name in names)
        {
            await All[name](Console.Out, CancellationToken.None);
        }

        return 0;
    }
}
