using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Infrastructure.Bus.RabbitMq;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Lawyers.Hub.Infrastructure.Bus;

public static class BusRegistration
{
    /// <summary>The bus for every role; its consumers' lanes where <c>Hub:Roles</c> names the worker.</summary>
    public static IServiceCollection AddBus(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CrossTenantReading>();
        services.AddSingleton(BusOptions.From(configuration));
        services.AddSingleton<BusMetrics>();
        services.AddSingleton<BusWakeUp>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<BusWakeUp>());
        services.AddSingleton<PostgresBus>();
        services.AddSingleton<IBus>(provider => provider.GetRequiredService<PostgresBus>());
        services.AddSingleton<IRetryDeadLetter, BusDeadLetters>();
        services.AddSingleton<IBacklog, PostgresBacklog>();
        services.AddHostedService<BusHousekeeping>();
        var rabbitMq = RabbitMqOptions.From(configuration);
        if (rabbitMq is not null)
        {
            services.AddSingleton(rabbitMq);
            services.AddSingleton<RabbitMqLink>();
            services.AddSingleton<MessagesInHand>();
            services.AddSingleton<IBacklog, RabbitMqBacklog>();
        }

        if (IsWorker(configuration))
        {
            services.AddReceivingFirst();
            services.AddSingleton<LaneConsumers>();
            services.AddSingleton<MessageAttempt>();
            if (rabbitMq is null)
            {
                services.AddLaneWorkers(topic => [topic, RetryTopic.Of(topic)]);
            }
            else
            {
                services.AddSingleton<RestingLanes>();
                services.AddSingleton<RabbitMqPublisher>();
                services.AddLaneWorkers(topic => [RetryTopic.Of(topic)]);
                services.AddLaneWorker(BusWorker.Relaying);
                services.AddHostedService<RabbitMqConsumers>();
            }
        }

        return services;
    }

    /// <summary>One of the process, whoever asks for it.</summary>
    internal static IServiceCollection AddReceivingFirst(this IServiceCollection services)
    {
        services.TryAddSingleton<ReceivingFirst>();
        return services;
    }

    private static void AddLaneWorkers(this IServiceCollection services, Func<string, string[]> topics)
    {
        foreach (var traffic in Enum.GetValues<Traffic>())
        {
            services.AddLaneWorker(provider => BusWorker.Handling(provider, traffic, topics));
        }
    }

    // Not AddHostedService, which takes one service of a type only.
    private static void AddLaneWorker(this IServiceCollection services, Func<IServiceProvider, BusWorker> worker) =>
        services.AddSingleton<IHostedService>(worker);

    internal static bool IsWorker(IConfiguration configuration) =>
        (configuration["Hub:Roles"] ?? "worker").Split(',', StringSplitOptions.TrimEntries).Contains("worker", StringComparer.OrdinalIgnoreCase);
}
