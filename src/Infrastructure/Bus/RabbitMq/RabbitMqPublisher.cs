using RabbitMQ.Client;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>Publishes over one channel; done only when a majority of the queue's nodes has the message on disk.</summary>
internal sealed class RabbitMqPublisher(RabbitMqLink link, RabbitMqOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _one = new(1);

    private IChannel? _channel;

    public bool IsOpen => _channel is { IsOpen: true };

    public async Task Publish(Lane lane, WaitingMessage message, CancellationToken cancellationToken)
    {
        var channel = await Open(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await channel.BasicPublishAsync(
            options.LanesExchange, LaneMessage.RoutingKey(lane), mandatory: true, LaneMessage.Properties(lane, message), message.SealedBody, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is { } channel)
        {
            await channel.DisposeAsync();
        }

        _one.Dispose();
    }

    public async Task<IChannel> Open(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_channel is not { IsOpen: true })
            {
                var connection = await link.Open(cancellationToken);
                _channel = await connection.CreateChannelAsync(
                    new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
            }

            return _channel;
        }
        finally
        {
            _one.Release();
        }
    }
}
