using System.Net.Sockets;
using RabbitMQ.Client.Exceptions;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>Whether an exception says that the broker is away or has closed something: to be tried again, and nobody's bug.</summary>
public static class RabbitMqTrouble
{
    public static bool Is(Exception exception) => exception is RabbitMQClientException or IOException or SocketException or TimeoutException
        or ObjectDisposedException or OperationCanceledException;
}
