using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Knowledge;
using Lawyers.Hub.Infrastructure.Projections;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>The adapters of each room.</summary>
internal static class RoomParts
{
    public static IServiceCollection AddRooms(this IServiceCollection services) => services
        .AddSingleton(_ => new ProjectionCatalog(typeof(IEventStore).Assembly))
        .AddSingleton<Migrator>(provider => ActivatorUtilities.CreateInstance<Migrator>(
            provider, provider.GetRequiredService<ProjectionCatalog>().Tables))
        .AddSingleton<IKnowledgeSearch, KnowledgeSearch>();
}
