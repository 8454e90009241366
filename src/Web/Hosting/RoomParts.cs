using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Infrastructure.Audit;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Conversations;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Invoicing;
using Lawyers.Hub.Infrastructure.Knowledge;
using Lawyers.Hub.Infrastructure.Media;
using Lawyers.Hub.Infrastructure.Notifications;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Lawyers.Hub.Web.Demo;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>The adapters of each room, and which of them run in the background here.</summary>
internal static class RoomParts
{
    public static IServiceCollection AddRooms(this IServiceCollection services, HubSettings settings, IConfiguration configuration)
    {
        services
            .AddEventStore()
            .AddProjections(typeof(IEventStore).Assembly)
            .AddPrivacy(configuration)
            .AddLedger(configuration)
            .AddBus(configuration)
            .AddWhatsApp(configuration)
            .AddMedia(configuration, settings.IsDemo)
            .AddAssist()
            .AddIntakes(configuration)
            .AddBilling()
            .AddNotifications(configuration)
            .AddSingleton<IStateFold, StateFold>()
            .AddSingleton<IMessagePositions, MessagePositions>()
            .AddSingleton<IKnowledgeSearch, KnowledgeSearch>()
            .AddSingleton<DemoSeed>();
        return settings.Runs(HubRole.Worker) ? services.RunSubscriptions().RunSealer() : services;
    }
}
