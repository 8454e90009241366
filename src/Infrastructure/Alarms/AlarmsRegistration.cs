using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lawyers.Hub.Infrastructure.Alarms;

internal static class AlarmsRegistration
{
    /// <summary>Rings alarms on this node: for the role <c>worker</c>, beside the subscriptions that keep them.</summary>
    public static IServiceCollection RunAlarms(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<AlarmShards>().AddSingleton<AlarmStore>().AddSingleton<AlarmMetrics>();
    }
}
