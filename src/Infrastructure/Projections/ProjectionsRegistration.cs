using System.Reflection;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Infrastructure.Alarms;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Conversations;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lawyers.Hub.Infrastructure.Projections;

public static class ProjectionsRegistration
{
    /// <summary>
    /// What every role needs: <see cref="IViews"/>, <see cref="IChangeFeed"/>, <see cref="ISubscriptions"/>, <see cref="IDeadLetters"/>, the
    /// <see cref="Migrator"/>, and the projections and policies found in <paramref name="assemblies"/>.
    /// </summary>
    public static IServiceCollection AddProjections(this IServiceCollection services, params Assembly[] assemblies)
    {
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton(new ProjectionCatalog(assemblies))
            .AddSingleton<IEnumerable<ReadTable>>(provider => provider.GetRequiredService<ProjectionCatalog>().Tables)
            .AddSingleton<Migrator>()
            .AddSingleton<IViews, Views>()
            .AddSingleton<ChangeFeed>()
            .AddSingleton<IChangeFeed>(provider => provider.GetRequiredService<ChangeFeed>())
            .AddSingleton<Presence>()
            .AddSingleton<IPresence>(provider => provider.GetRequiredService<Presence>())
            .AddSingleton<ISubscriptions, Subscriptions>()
            .AddSingleton<IDeadLetters, DeadLetters>()
            .AddSingleton<IRetryDeadLetter, PolicyDeadLetters>()
            .AddHostedService<NotificationRelay>();
        foreach (var policy in assemblies.SelectMany(assembly => assembly.GetTypes())
                     .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPolicy))))
        {
            services.AddSingleton(typeof(IPolicy), policy);
        }

        return services;
    }

    /// <summary>Runs projections and policies on this node: for the role <c>worker</c>.</summary>
    public static IServiceCollection RunSubscriptions(this IServiceCollection services) => services
        .AddSingleton<SafeOrder>()
        .AddReceivingFirst()
        .AddSingleton<EventFeed>()
        .AddSingleton<Checkpoints>()
        .AddSingleton<DocumentStore>()
        .AddSingleton<Rebuilds>()
        .AddSingleton<ShardRunner>()
        .RunAlarms()
        .AddHostedService<SubscriptionEngine>();
}
