using System.Diagnostics;
using Lawyers.Hub.Infrastructure.Bus.RabbitMq;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>
/// Serves lanes: claims what is due, a task per lane, messages of a lane in order. A killed worker's lanes are free again when its lease
/// ends; a stopping one hands its lanes back.
/// </summary>
/// <param name="topics">Whose lanes it claims; two workers of one process share none.</param>
/// <param name="most">Lanes at the same time.</param>
internal sealed class BusWorker(
    LaneStore lanes, ILaneServer server, Lease lease, IReadOnlyCollection<string> topics, int most, BusWakeUp wakeUp, BusOptions options, ILogger logger)
    : BackgroundService
{
    private const int Many = 64;

    private static readonly TimeSpan BetweenClaims = TimeSpan.FromMilliseconds(5);

    private readonly string _name = string.Join(',', topics);

    /// <summary>One that hands messages to their consumers.</summary>
    /// <param name="traffic">Which topics it serves.</param>
    /// <param name="topics">Those it claims of what a consumer handles.</param>
    public static BusWorker Handling(IServiceProvider services, Traffic traffic, Func<string, string[]> topics)
    {
        var (lanes, lease, wakeUp, options, logger) = Parts(services);
        var receiving = traffic == Traffic.Receiving ? services.GetRequiredService<ReceivingFirst>() : null;
        var work = new LaneWork(lanes, services.GetRequiredService<MessageAttempt>(), wakeUp, lease, receiving, logger);
        var served = services.GetRequiredService<LaneConsumers>().Topics.Where(topic => traffic.Carries(topic));
        return new(lanes, work, lease, [.. served.SelectMany(topics)], options.LanesOf(traffic), wakeUp, options, logger);
    }

    /// <summary>One that carries messages to RabbitMQ.</summary>
    public static BusWorker Relaying(IServiceProvider services)
    {
        var (lanes, lease, wakeUp, options, logger) = Parts(services);
        var relay = new LaneRelay(
            lanes, services.GetRequiredService<RabbitMqPublisher>(), wakeUp, lease, services.GetRequiredService<RabbitMqOptions>(), logger);
        return new(lanes, relay, lease, services.GetRequiredService<LaneConsumers>().Topics, LaneRelay.AtOnce, wakeUp, options, logger);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (topics.Count == 0)
        {
            return;
        }

        using var handling = new CancellationTokenSource();
        using var renewing = new CancellationTokenSource();
        var renewal = Renew(renewing.Token);
        var running = new HashSet<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            running.RemoveWhere(task => task.IsCompleted);
            await server.Ready(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                break;
            }

            var free = most - running.Count;
            var claimed = await Claim(free);
            running.UnionWith(claimed.Select(claim => server.Serve(claim.Lane, claim.Head, stoppingToken, handling.Token)));
            if (claimed.Count == free)
            {
                await AnyOf(running, stoppingToken);
                if (most >= Many)
                {
                    // One of many is seldom done alone; a claim for each would cost more than its lane.
                    await Task.Delay(BetweenClaims, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
            else
            {
                // All that was due is taken.
                await wakeUp.Wait(_name, options.Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // What is being handled may finish; what takes longer is cancelled and comes again, as every lane is handed back.
        handling.CancelAfter(options.Grace);
        await Task.WhenAll(running);
        await renewing.CancelAsync();
        await renewal;
    }

    private static (LaneStore Lanes, Lease Lease, BusWakeUp WakeUp, BusOptions Options, ILogger Logger) Parts(IServiceProvider services)
    {
        var options = services.GetRequiredService<BusOptions>();
        return (
            new LaneStore(services.GetRequiredService<HubDataSource>(), services.GetRequiredService<CrossTenantReading>(), Guid.NewGuid()),
            new Lease(options.Lease),
            services.GetRequiredService<BusWakeUp>(),
            options,
            services.GetRequiredService<ILogger<BusWorker>>());
    }

    private static async Task AnyOf(HashSet<Task> running, CancellationToken stoppingToken)
    {
        Task any = Task.WhenAny(running).WaitAsync(stoppingToken);
        await any.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<List<(Lane Lane, LaneHead Head)>> Claim(int free)
    {
        try
        {
            var asked = Stopwatch.GetTimestamp();
            var claimed = await lanes.Claim(topics, free, options.Lease, CancellationToken.None);
            claimed.ForEach(claim => lease.Take(claim.Lane, asked));
            return claimed;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            logger.LogWarning("No lanes could be claimed ({Problem})", exception.GetType().Name);
            return [];
        }
    }

    private async Task Renew(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Lease / 4);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    var asked = Stopwatch.GetTimestamp();
                    lease.Extend(await lanes.Renew(lease.Held, options.Lease, cancellationToken), asked);
                }
                catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
                {
                    logger.LogWarning("The lease could not be renewed ({Problem})", exception.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker has stopped.
        }
    }
}
