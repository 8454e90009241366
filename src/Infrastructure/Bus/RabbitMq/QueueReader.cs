using System.Collections.Concurrent;
using Lawyers.Hub.Infrastructure.EventStore;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>
/// Reads one queue as long as its channel lives: lanes side by side, each in order. A lane that fails rests in PostgreSQL until it is
/// through there, and what the queue brings for it meanwhile follows it; so the queue goes on for all others.
/// </summary>
internal sealed class QueueReader : IAsyncDisposable
{
    private const int LanesRemembered = 20_000;

    private readonly IChannel _channel;
    private readonly MessageAttempt _attempt;
    private readonly RestingLanes _resting;
    private readonly Func<Lane, SemaphoreSlim> _slots;
    private readonly MessagesInHand _inHand;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _handling = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The last of each lane that is in hand; what comes next begins after it.
    private readonly ConcurrentDictionary<Lane, Task> _ends = new();

    // Lanes of which nothing rests, as nobody else puts any to rest as long as this reader is the queue's only one.
    private readonly ConcurrentDictionary<Lane, bool> _clear = new();

    private QueueReader(string queue, IChannel channel, MessageAttempt attempt, RestingLanes resting, Func<Lane, SemaphoreSlim> slots, MessagesInHand inHand, ILogger logger) =>
        (Queue, _channel, _attempt, _resting, _slots, _inHand, _logger) = (queue, channel, attempt, resting, slots, inHand, logger);

    public string Queue { get; }

    /// <summary>Whether the broker has chosen this reader among those of all processes.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Completes when the channel is lost.</summary>
    public Task Closed => _closed.Task;

    public static async Task<QueueReader> Open(
        IConnection connection,
        string queue,
        RabbitMqOptions options,
        MessageAttempt attempt,
        RestingLanes resting,
        Func<Lane, SemaphoreSlim> slots,
        MessagesInHand inHand,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var reader = new QueueReader(queue, channel, attempt, resting, slots, inHand, logger);
        try
        {
            await channel.BasicQosAsync(0, options.Prefetch, global: false, cancellationToken);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += reader.Received;
            consumer.UnregisteredAsync += (_, _) => reader.Lost();
            channel.ChannelShutdownAsync += (_, _) => reader.Lost();
            await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins nothing more, lets what is begun finish, and leaves the rest to the queue, in its order, as the channel closes.</summary>
    public async Task HandBack(TimeSpan grace)
    {
        await _stopping.CancelAsync();
        _handling.CancelAfter(grace);
        await Task.WhenAll(_ends.Values);
        if (_channel.IsOpen)
        {
            await _channel.CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _handling.CancelAsync();
        await Task.WhenAll(_ends.Values);
        await _channel.DisposeAsync();
        _stopping.Dispose();
        _handling.Dispose();
    }

    /// <summary>What follows in the lane must not overtake a message that was left: the queue brings all of it again, to a new reader.</summary>
    private async Task Leave()
    {
        await _stopping.CancelAsync();
        _closed.TrySetResult();
    }

    private Task Lost()
    {
        _closed.TrySetResult();
        return Task.CompletedTask;
    }

    private async Task Received(object sender, BasicDeliverEventArgs delivery)
    {
        IsActive = true;
        if (LaneMessage.Read(delivery.BasicProperties, delivery.Body) is not var (lane, message))
        {
            _logger.LogError("{Queue} holds something that the hub did not put there; it goes to the dead", Queue);
            await _channel.BasicNackAsync(delivery.DeliveryTag, multiple: false, requeue: false);
            return;
        }

        _inHand.Take(lane, message);

        // Deliveries come one after the other; only the end of a lane runs beside this.
        var before = _ends.GetValueOrDefault(lane, Task.CompletedTask);
        var own = After(before, lane, message, delivery.DeliveryTag);
        _ends[lane] = own;
        _ = own.ContinueWith(
            done => _ends.TryRemove(new KeyValuePair<Lane, Task>(lane, done)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task After(Task before, Lane lane, WaitingMessage message, ulong tag)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var slot = _slots(lane);
        var isHeld = false;
        try
        {
            await slot.WaitAsync(_stopping.Token);
            isHeld = true;
            if (await Settle(lane, message))
            {
                await _channel.BasicAckAsync(tag, multiple: false);
            }
            else
            {
                await Leave();
            }
        }
        catch (Exception exception) when (RabbitMqTrouble.Is(exception))
        {
            // Stopped, or the channel is lost: the message comes again, here or elsewhere.
            await Leave();
        }
        catch (Exception exception)
        {
            _logger.LogError("{Queue} is read anew: a message was neither handled nor put off ({Reason})", Queue, FailureReason.Of(exception));
            await Leave();
        }
        finally
        {
            _inHand.Leave(message);
            if (isHeld)
            {
                slot.Release();
            }
        }
    }

    /// <returns>Whether the queue need not keep it any longer.</returns>
    private async Task<bool> Settle(Lane lane, WaitingMessage message)
    {
        if (!_clear.ContainsKey(lane))
        {
            if (await DatabasePatience.Until(() => _resting.Follow(lane, message), _logger, _stopping.Token))
            {
                return true;
            }

            if (_clear.Count >= LanesRemembered)
            {
                _clear.Clear();
            }

            _clear[lane] = true;
        }

        switch (await DatabasePatience.Until(() => _attempt.Make(lane, message, _handling.Token), _logger, _stopping.Token))
        {
            case Outcome.Handled:
                return true;
            case Outcome.PutOff put:
                _clear.TryRemove(lane, out _);
                await DatabasePatience.Until(() => _resting.Rest(lane, message, put), _logger, _stopping.Token);
                return true;
            case Outcome.GivenUp:
                await DatabasePatience.Until(() => _resting.Bury(lane, message), _logger, _stopping.Token);
                return true;
            default:
                return false;
        }
    }
}
