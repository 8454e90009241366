using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>The parts of a node that follow the log, as the host would run them.</summary>
internal sealed class FollowingNode : IAsyncDisposable
{
    private readonly IHostedService[] _running;

    private FollowingNode(ServiceProvider services)
    {
        Services = services;
        _running = [.. services.GetServices<IHostedService>()];
    }

    public ServiceProvider Services { get; }

    public static async Task<FollowingNode> Start(ServiceProvider services, CancellationToken cancellationToken)
    {
        var node = new FollowingNode(services);
        foreach (var service in node._running)
        {
            await service.StartAsync(cancellationToken);
        }

        return node;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _running)
        {
            await service.StopAsync(CancellationToken.None);
        }

        await Services.DisposeAsync();
    }
}
