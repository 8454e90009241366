using System.Diagnostics;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Bus;

/// <summary>
/// Serves lanes: claims what is due, a task per lane, messages of a lane in order. A killed worker's lanes are free again when its lease
/// ends; a stopping one hands its lanes back.
/// </summary>
public sealed class BusWorker : BackgroundService
{
    private readonly BusWakeUp _wakeUp;
    private readonly BusOptions _options;
    private readonly ILogger<BusWorker> _logger;
    private readonly LaneStore _lanes;
    private readonly LaneWork _work;
    private readonly string[] _topics;
    private readonly Lease _lease;

    public BusWorker(
        HubDataSource database,
        CrossTenantReading everyTenant,
        LaneConsumers consumers,
        FirmKeyRing firms,
        IDeadLetters deadLetters,
        BusWakeUp wakeUp,
        BusMetrics metrics,
        BusOptions options,
        ILogger<BusWorker> logger)
    {
        _wakeUp = wakeUp;
        _options = options;
        _logger = logger;
        _topics = [.. consumers.Topics];
        _lanes = new LaneStore(database, everyTenant, Guid.NewGuid());
        _lease = new Lease(options.Lease);
        _work = new LaneWork(_lanes, consumers, firms, deadLetters, wakeUp, _lease, metrics, options, logger);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_topics.Length == 0)
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
            var free = _options.Lanes - running.Count;
            var claimed = await Claim(free);
            running.UnionWith(claimed.Select(claim => _work.Serve(claim.Lane, claim.Head, stoppingToken, handling.Token)));
            if (claimed.Count == free)
            {
                await AnyOf(running, stoppingToken);
            }
            else
            {
                // All that was due is taken.
                await _wakeUp.Wait(_options.Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // What is being handled may finish; what takes longer is cancelled and comes again, as every lane is handed back.
        handling.CancelAfter(_options.Grace);
        await Task.WhenAll(running);
        await renewing.CancelAsync();
        await renewal;
    }

    private static async Task AnyOf(HashSet<Task> running, CancellationToken stoppingToken)
    {
        Task any = Task.WhenAny(running).WaitAsync(stoppingToken);
        await any.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<List<(Lane Lane, LaneHead Head)>> Claim(int most)
    {
        try
        {
            var asked = Stopwatch.GetTimestamp();
            var claimed = await _lanes.Claim(_topics, most, _options.Lease, CancellationToken.None);
            claimed.ForEach(claim => _lease.Take(claim.Lane, asked));
            return claimed;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            _logger.LogWarning("No lanes could be claimed ({Problem})", exception.GetType().Name);
            return [];
        }
    }

    private async Task Renew(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.Lease / 4);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    var asked = Stopwatch.GetTimestamp();
                    _lease.Extend(await _lanes.Renew(_lease.Held, _options.Lease, cancellationToken), asked);
                }
                catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
                {
                    _logger.LogWarning("The lease could not be renewed ({Problem})", exception.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker has stopped.
        }
    }
}
