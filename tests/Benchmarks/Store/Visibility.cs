using System.Diagnostics;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Benchmarks.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>From the commit of an event to the moment a query of the view shows it, on a system that does nothing else; ceiling: one such query.</summary>
internal static class Visibility
{
    private const int WarmUp = 100;
    private const int Times = 500;

    public static async Task Report(StoreUnderTest hub, TextWriter output, CancellationToken cancellationToken)
    {
        await using var node = await hub.Follow(cancellationToken);
        var views = node.Services.GetRequiredService<IViews>();
        var (stream, appendNext) = new ConversationStreams(node.Services.GetRequiredService<IEventStore>()).Single(cancellationToken);
        var (visible, asked) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var sent = 0; sent <= WarmUp + Times; sent++)
        {
            await appendNext();
            var committed = Stopwatch.GetTimestamp();
            while (await views.Find<ConversationTally>(stream.Tenant, stream.Id, cancellationToken) is not { } view || view.Sent < sent)
            {
                if (Stopwatch.GetElapsedTime(committed) > TimeSpan.FromSeconds(60))
                {
                    throw new BenchmarkException("An event has not reached its view in a minute.");
                }
            }

            var reached = Stopwatch.GetElapsedTime(committed);
            var again = Stopwatch.GetTimestamp();
            await views.Find<ConversationTally>(stream.Tenant, stream.Id, cancellationToken);
            if (sent > WarmUp)
            {
                visible.Add(reached);
                asked.Add(Stopwatch.GetElapsedTime(again));
            }
        }

        var (hubTakes, queryTakes) = (new Latencies(visible), new Latencies(asked));
        await output.WriteLineAsync(
            $"store: commit to visible in a view, idle   hub {hubTakes.Text(0.5, 0.99)}   ceiling: one query of the view {queryTakes.Text(0.5, 0.99)}   hub/ceiling {hubTakes.Over(queryTakes, 0.5)}");
    }
}
