using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lawyers.Hub.Web.Health;

/// <summary>For orchestrators: whether the process lives, and whether it can serve.</summary>
internal static class HealthParts
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<SchemaCheck>("schema", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<ProjectionsCheck>("projections", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<WebhookCheck>("webhook", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<BusCheck>("bus", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<ChannelsCheck>("channels", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<LedgerCheck>("ledger", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<AlarmsCheck>("alarms", timeout: TimeSpan.FromSeconds(3));
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write });
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var checks = report.Entries.ToDictionary(
            entry => entry.Key,
            entry => new { status = Word(entry.Value.Status), detail = entry.Value.Description, data = entry.Value.Data });
        return context.Response.WriteAsync(
            JsonSerializer.Serialize(new { status = Word(report.Status), checks }), context.RequestAborted);
    }

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
