using Lawyers.Hub.Infrastructure.WhatsApp;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lawyers.Hub.Web.Health;

/// <summary>Channels that this process is not sending through, and the code by which Meta refuses them where it does.</summary>
internal sealed class ChannelsCheck(GraphApiResilience ways) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var troubled = ways.Troubled;
        var data = troubled.ToDictionary(
            way => way.Channel.ToString(), object (way) => way.StoppedBy is { } code ? $"refused by Meta ({code})" : way.State);
        return Task.FromResult(troubled.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Messages wait: Meta fails or refuses a channel.", data: data));
    }
}
