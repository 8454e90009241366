using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>
/// Tells workers here and on other nodes that there is something to do. The notification goes out beside the transaction that made it, many
/// in one: inside it, <c>NOTIFY</c> would make all commits of the database wait for one another. A lost one costs a poll's length.
/// </summary>
/// <param name="channel">PostgreSQL's name for it.</param>
public abstract class WakeUpCall(HubDataSource database, string channel, ILogger logger) : BackgroundService
{
    private static readonly BoundedChannelOptions OneIsEnough = new(1) { FullMode = BoundedChannelFullMode.DropWrite };
    private static readonly TimeSpan BetweenNotifications = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    // Told with each notification, so that a node does not wake a second time for its own.
    private readonly string _node = Guid.NewGuid().ToString("N");

    private readonly ConcurrentDictionary<string, Channel<bool>> _here = new();
    private readonly Channel<bool> _elsewhere = Channel.CreateBounded<bool>(OneIsEnough);

    public void Ring()
    {
        TellHere();
        _elsewhere.Writer.TryWrite(true);
    }

    /// <summary>Comes back when there was something to do since the same listener last waited, or the time is up.</summary>
    public async Task Wait(string listener, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var told = _here.GetOrAdd(listener, _ => Channel.CreateBounded<bool>(OneIsEnough));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await told.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was told; the caller looks all the same.
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Persistently(Listen, stoppingToken), Persistently(Notify, stoppingToken));

    private async Task Listen(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenSession(cancellationToken);
        session.Notification += (_, notification) =>
        {
            if (notification.Payload != _node)
            {
                TellHere();
            }
        };
#pragma warning disable CA2100 // a name that a class of ours gives, quoted
        await using (var listen = new NpgsqlCommand($"listen {new NpgsqlCommandBuilder().QuoteIdentifier(channel)}", session))
#pragma warning restore CA2100
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            await session.WaitAsync(cancellationToken);
        }
    }

    private void TellHere()
    {
        foreach (var listener in _here.Values)
        {
            listener.Writer.TryWrite(true);
        }
    }

    private async Task Notify(CancellationToken cancellationToken)
    {
        while (await _elsewhere.Reader.WaitToReadAsync(cancellationToken))
        {
            _elsewhere.Reader.TryRead(out _);
            await using (var batch = database.SelfScopedBatch())
            {
                // Nothing is lost that a poll would not find, so it need not wait for the disk.
                batch.BatchCommands.Add(new("select set_config('synchronous_commit', 'off', true)"));
                batch.BatchCommands.Add(new("select pg_notify($1, $2)")
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = channel }, new NpgsqlParameter<string> { TypedValue = _node } },
                });
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }

            await Task.Delay(BetweenNotifications, cancellationToken);
        }
    }

    private async Task Persistently(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await work(cancellationToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                logger.LogWarning("The database does not answer notifications ({Problem}); workers poll until it does", exception.GetType().Name);
                await Task.Delay(PauseAfterFailure, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
