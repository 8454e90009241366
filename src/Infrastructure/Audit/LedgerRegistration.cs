using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lawyers.Hub.Infrastructure.Audit;

public static class LedgerRegistration
{
    /// <summary>Under which the sealer's place stands among those of the log's followers.</summary>
    public const string ShardName = "ledger";

    /// <summary>Reading and verifying the ledger; the newest checkpoints are kept in <c>Hub:DataDirectory</c>, apart from the database.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var data = configuration["Hub:DataDirectory"] ?? Path.Combine("artifacts", "data");
        return services.AddLedger(Path.GetFullPath(Path.Combine(data, "ledger")));
    }

    /// <param name="keptCheckpoints">The folder of the checkpoints beside the database.</param>
    public static IServiceCollection AddLedger(this IServiceCollection services, string keptCheckpoints) => services
        .AddSingleton(new KeptCheckpoints(keptCheckpoints))
        .AddSingleton<LedgerKeys>()
        .AddSingleton<ILedgerKeys>(provider => provider.GetRequiredService<LedgerKeys>())
        .AddSingleton<ILedger, LedgerReader>()
        .AddSingleton<ILedgerVerifier, LedgerVerifier>()
        .AddSingleton<IEventExport, PostgresEventExport>()
        .AddSingleton<LedgerMetrics>()
        .AddSingleton<SetBackWatch>()
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<SetBackWatch>());

    /// <summary>Seals on this node: for the role <c>worker</c>, beside the subscriptions.</summary>
    public static IServiceCollection RunSealer(this IServiceCollection services) => services
        .AddSingleton<Sealer>()
        .AddSingleton<IShard, SealingShard>();
}
