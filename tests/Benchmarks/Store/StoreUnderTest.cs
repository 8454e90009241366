using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Infrastructure.Assist.Masking;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>The event store with all its parts and nothing around it, and nodes that follow its log.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly DatabaseConnections _connections;

    private StoreUnderTest(DatabaseConnections connections)
    {
        _connections = connections;
        Services = Parts().BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public static async Task<StoreUnderTest> Start(DatabaseConnections connections, CancellationToken cancellationToken)
    {
        var views = new ProjectionCatalog(typeof(ConversationTally).Assembly);
        await new Migrator(views.Tables, NullLogger<Migrator>.Instance).Migrate(connections, cancellationToken);
        return new StoreUnderTest(connections);
    }

    /// <summary>A node that keeps the one view of the benchmark, <see cref="ConversationTally"/>, from its start on.</summary>
    public async Task<FollowingNode> Follow(CancellationToken cancellationToken)
    {
        var services = Parts().AddProjections(typeof(ConversationTally).Assembly).RunSubscriptions().BuildServiceProvider();
        return await FollowingNode.Start(services, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        _folder.Dispose();
    }

    private IServiceCollection Parts()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Hub:DataDirectory", _folder["data"])]).Build();
        return new ServiceCollection().AddLogging().AddDatabase(_connections).AddPrivacy(configuration).AddEventStore().AddSingleton<IMasker, Masker>();
    }
}
