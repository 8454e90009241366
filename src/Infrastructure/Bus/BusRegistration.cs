using Lawyers.Hub.Application.Bus;
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
        services.AddHostedService<BusHousekeeping>();
        if (IsWorker(configuration))
        {
            services.AddSingleton<LaneConsumers>();
            services.AddHostedService<BusWorker>();
        }

        return services;
    }

    private static bool IsWorker(IConfiguration configuration) =>
        (configuration["Hub:Roles"] ?? "worker").Split(',', StringSplitOptions.TrimEntries).Contains("worker", StringComparer.OrdinalIgnoreCase);
}
