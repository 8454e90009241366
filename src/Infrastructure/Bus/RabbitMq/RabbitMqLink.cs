using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>This process's connection to the broker: made when it is needed, and anew when it is lost.</summary>
public sealed class RabbitMqLink(RabbitMqOptions options, ILogger<RabbitMqLink> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly ConnectionFactory _factory = new()
    {
        Uri = options.Uri,
        ClientProvidedName = "lawyers-hub",

        // Whoever holds a channel makes it anew, with all that belongs to it; half of that by itself would only hide the loss.
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(5),
        ContinuationTimeout = TimeSpan.FromSeconds(10),
        RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
    };

    private IConnection? _connection;
    private bool _isMissed;

    public bool IsConnected => _connection is { IsOpen: true };

    /// <summary>A connection to a broker on which exchanges and queues are declared.</summary>
    public async Task<IConnection> Open(CancellationToken cancellationToken)
    {
        if (_connection is { IsOpen: true } open)
        {
            return open;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { IsOpen: true } meanwhile)
            {
                return meanwhile;
            }

            await Drop();
            _connection = await Connect(cancellationToken);
            _isMissed = false;
            logger.LogInformation("Connected to the broker at {Host}:{Port}", options.Uri.Host, options.Uri.Port);
            return _connection;
        }
        catch (Exception exception) when (!_isMissed && !cancellationToken.IsCancellationRequested && RabbitMqTrouble.Is(exception))
        {
            _isMissed = true;
            logger.LogWarning(
                "The broker at {Host}:{Port} is away ({Problem}); what is published waits in the database until it is back",
                options.Uri.Host, options.Uri.Port, exception.GetType().Name);
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Drop();
        _one.Dispose();
    }

    private async Task<IConnection> Connect(CancellationToken cancellationToken)
    {
        var connection = await _factory.CreateConnectionAsync(cancellationToken);
        try
        {
            await RabbitMqTopology.Declare(connection, options, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task Drop()
    {
        if (_connection is { } lost)
        {
            _connection = null;
            await lost.DisposeAsync();
        }
    }
}
