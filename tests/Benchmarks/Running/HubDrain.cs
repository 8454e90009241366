using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>
/// Waits until the hub has nothing left to do: no delivery unread, no message on the bus, and every view and policy at the end of the event log. The hub's
/// own health document says so; a view that had nothing to write says it up to a second late.
/// </summary>
internal static class HubDrain
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <returns>How long it took.</returns>
    /// <exception cref="BenchmarkException">A view stands still, or something is left after the deadline.</exception>
    public static async Task<TimeSpan> Wait(HubProcess hub, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var http = LocalHost.Client(hub.Url);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            // Twice, because the two numbers are not read in one moment: what left the bus may not be in the log yet.
            var (depth, lag) = await Left(http, cancellationToken);
            if (depth == 0 && lag == 0)
            {
                var since = waited.Elapsed;
                if (await Left(http, cancellationToken) is (0, 0))
                {
                    return since;
                }
            }

            if (waited.Elapsed > deadline)
            {
                throw new BenchmarkException(
                    $"The hub was not done {deadline.TotalSeconds:0} s after the load: {depth} deliveries or messages wait, a view or policy {lag} events behind.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<(long Depth, long Lag)> Left(HttpClient http, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync("/health/ready", cancellationToken);
        var checks = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("checks");
        if (!checks.GetProperty("projections").GetProperty("data").TryGetProperty("stopped", out var stopped)
            || !checks.GetProperty("bus").GetProperty("data").TryGetProperty("depth", out var depth)
            || !checks.GetProperty("webhook").GetProperty("data").TryGetProperty("unread", out var unread))
        {
            return (long.MaxValue, long.MaxValue); // a check that ran out of time has no numbers
        }

        return stopped.GetArrayLength() == 0
            ? (depth.GetInt64() + unread.GetInt64(), checks.GetProperty("projections").GetProperty("data").GetProperty("lag").GetInt64())
            : throw new BenchmarkException($"Views or policies stand still: {stopped}; the hub's log says why.");
    }
}
