using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lawyers.Hub.Web.Logging;

/// <summary>Traces and metrics by OTLP, once <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector.</summary>
internal static class TelemetryParts
{
    private const string Setting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is not { Length: > 0 } collector)
        {
            return builder;
        }

        var resource = ResourceBuilder.CreateDefault().AddService("lawyers-hub");
        builder.Services.AddSingleton(Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "Npgsql", "Lawyers.Hub.*")
            .AddOtlpExporter(options => To(options, collector, "v1/traces"))
            .Build());
        builder.Services.AddSingleton(Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "System.Runtime", "Npgsql", "Lawyers.Hub.*")
            .AddOtlpExporter(options => To(options, collector, "v1/metrics"))
            .Build());
        return builder;
    }

    private static void To(OtlpExporterOptions options, string collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(new Uri(collector.EndsWith('/') ? collector : collector + "/"), path);
    }
}
