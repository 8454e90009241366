using Microsoft.Extensions.Configuration;

namespace Lawyers.Hub.Infrastructure.Bus.RabbitMq;

/// <summary>Which broker, and how the lanes are spread over it.</summary>
/// <param name="Uri">Holds the password: never logged, never in an error.</param>
public sealed record RabbitMqOptions(Uri Uri)
{
    /// <summary>Before the names of exchanges and queues, so that installations can share a broker.</summary>
    public string Prefix { get; init; } = "lawyers-hub";

    /// <summary>Queues that the lanes are spread over: the most processes that can share the work. Changing it moves lanes to other queues.</summary>
    public int Queues { get; init; } = 8;

    /// <summary>Messages of one queue that a process holds; what a slow handler's lane may pile up before its queue waits.</summary>
    public ushort Prefetch { get; init; } = 200;

    /// <summary>How often a message may come back without an answer before the broker takes it out: its handler takes the process down.</summary>
    public int DeliveryLimit { get; init; } = 20;

    /// <summary>Messages of one queue before the broker refuses more; they wait in PostgreSQL then.</summary>
    public int QueueLength { get; init; } = 100_000;

    public TimeSpan Reconnect { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a process looks whether it serves more than its share.</summary>
    public TimeSpan Sharing { get; init; } = TimeSpan.FromSeconds(5);

    public string QueueName(int number) => $"{Prefix}.lanes.{number}";

    public string ProcessesQueue => $"{Prefix}.processes";

    public string DeadQueue => $"{Prefix}.dead";

    public string LanesExchange => $"{Prefix}.lanes";

    public string DeadExchange => $"{Prefix}.dead";

    /// <returns><c>null</c> where the bus is not RabbitMQ's.</returns>
    public static RabbitMqOptions? From(IConfiguration configuration)
    {
        if (!string.Equals(configuration["Hub:Bus"], "rabbitmq", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var section = configuration.GetSection("Bus:RabbitMq");
        var defaults = new RabbitMqOptions(new Uri(section[nameof(Uri)] ?? throw new InvalidOperationException("Bus__RabbitMq__Uri is not set.")));
        return defaults with
        {
            Prefix = section.GetValue(nameof(Prefix), defaults.Prefix)!,
            Queues = section.GetValue(nameof(Queues), defaults.Queues),
            Prefetch = section.GetValue(nameof(Prefetch), defaults.Prefetch),
            DeliveryLimit = section.GetValue(nameof(DeliveryLimit), defaults.DeliveryLimit),
            QueueLength = section.GetValue(nameof(QueueLength), defaults.QueueLength),
        };
    }

    /// <summary>Says where, and not with which password.</summary>
    public override string ToString() => $"{Uri.Host}:{Uri.Port}";
}
