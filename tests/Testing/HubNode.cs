using System.Reflection;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Infrastructure.Assist.Masking;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Lawyers.Hub.Testing;

/// <summary>One node of the hub's back office on a test database: store, projections and policies, as the host would run them.</summary>
public sealed class HubNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IHostedService[] _running;

    private HubNode(ServiceProvider services, IHostedService[] running) => (_services, _running) = (services, running);

    public IEventStore Store => Get<IEventStore>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="database">Shared by the nodes of a test.</param>
    /// <param name="more">The policies to run, and other parts of the test's own.</param>
    /// <param name="assemblies">Where events and projections are found, beside the domain's events.</param>
    public static async Task<HubNode> Start(HubDatabase database, Action<IServiceCollection>? more = null, params Assembly[] assemblies)
    {
        await database.Migrate(new ProjectionCatalog(assemblies));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDatabase(database.Connections).AddEventStore().AddProjections(assemblies).RunSubscriptions();
        services.RemoveAll<IPolicy>();
        services.AddSingleton(HubDatabase.Catalog(assemblies)).AddSingleton<ISubjectKeyRing>(database.Keys).AddSingleton<IMasker, Masker>();
        more?.Invoke(services);
        var provider = services.BuildServiceProvider();
        var hosted = provider.GetServices<IHostedService>().ToArray();
        foreach (var service in hosted)
        {
            await service.StartAsync(CancellationToken.None);
        }

        return new(provider, hosted);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _running)
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
