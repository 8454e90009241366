using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Infrastructure.Database;

public static class DatabaseRegistration
{
    /// <summary>The hub's database, once it is migrated.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseConnections connections) => services
        .AddSingleton(_ => new HubDataSource(connections.Runtime))
        .AddSingleton<CrossTenantReading>();
}
