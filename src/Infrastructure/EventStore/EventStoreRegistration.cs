using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Infrastructure.EventStore;

public static class EventStoreRegistration
{
    /// <summary><see cref="IEventStore"/>, its reading half and <see cref="IEventLog"/>; needs the database, an <see cref="Privacy.ISubjectKeyRing"/> and an <see cref="Application.Assist.IMasker"/>.</summary>
    public static IServiceCollection AddEventStore(this IServiceCollection services) => services
        .AddSingleton(EventCatalog.OfDomain())
        .AddSingleton<IEventNames>(provider => provider.GetRequiredService<EventCatalog>())
        .AddSingleton<StoredJson>()
        .AddSingleton<EventReading>()
        .AddSingleton<AppendSignal>()
        .AddSingleton<IEventStore, PostgresEventStore>()
        .AddSingleton<IEventReader>(provider => provider.GetRequiredService<IEventStore>())
        .AddSingleton<PostgresEventLog>()
        .AddSingleton<IEventLog>(provider => provider.GetRequiredService<PostgresEventLog>());
}
