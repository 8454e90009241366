using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Lawyers.Hub.Web.Logging;

/// <summary>JSON lines on standard output that hold ids and codes: no words, no names, no numbers of clients.</summary>
internal static class LoggingParts
{
    /// <summary>The logs, for what happens before there is a host too.</summary>
    public static ILoggerFactory AddJsonLogs(this WebApplicationBuilder builder)
    {
        var logger = Configure(builder.Configuration).CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger);
        return new Serilog.Extensions.Logging.SerilogLoggerFactory(logger, dispose: true);
    }

    public static LoggerConfiguration Configure(IConfiguration configuration) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .Destructure.ByTransformingWhere<IPersonal>(type => type.IsAssignableTo(typeof(IPersonal)), _ => "***")
        .Destructure.ByTransforming<Actor>(actor => actor.Text)
        .Enrich.FromLogContext()
        .Enrich.With<MaskedNumbers>()
        .WriteTo.Console(new JsonFormatter(renderMessage: true))
        .ReadFrom.Configuration(configuration);
}
