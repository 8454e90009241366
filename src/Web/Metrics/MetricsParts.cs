namespace Lawyers.Hub.Web.Metrics;

internal static class MetricsParts
{
    public static IServiceCollection AddPrometheus(this IServiceCollection services) =>
        services.AddSingleton<MetricCollector>().AddHostedService(provider => provider.GetRequiredService<MetricCollector>());

    public static void MapPrometheus(this IEndpointRouteBuilder app) =>
        app.MapGet("/metrics", (MetricCollector metrics) => TypedResults.Text(metrics.Render(), "text/plain; version=0.0.4; charset=utf-8"))
            .ExcludeFromDescription();
}
