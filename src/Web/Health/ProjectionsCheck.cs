using Lawyers.Hub.Application.Projections;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lawyers.Hub.Web.Health;

/// <summary>Whether every view and policy follows the log: one that stands still makes the hub degraded, not dead.</summary>
internal sealed class ProjectionsCheck(ISubscriptions subscriptions) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var all = await subscriptions.List(cancellationToken);
        string[] stopped = [.. all.Where(one => one.Stopped is not null).Select(one => one.Name)];
        var data = new Dictionary<string, object>
        {
            ["shards"] = all.Count,
            ["lag"] = all.Select(one => one.Behind).DefaultIfEmpty().Max(),
            ["stopped"] = stopped,
        };
        return stopped.Length == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded("Some views stand still; the log names the event.", data: data);
    }
}
