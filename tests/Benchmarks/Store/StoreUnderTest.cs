using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Infrastructure.Assist.Masking;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lawyers.Hub.Benchmarks.Store;

/// <summary>The event store with all its parts and nothing around it.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();

    private StoreUnderTest(DatabaseConnections connections)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Hub:DataDirectory", _folder["data"])]).Build();
        Services = new ServiceCollection().AddLogging().AddDatabase(connections).AddPrivacy(configuration).AddEventStore()
            .AddSingleton<IMasker, Masker>().BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public static async Task<StoreUnderTest> Start(DatabaseConnections connections, CancellationToken cancellationToken)
    {
        await new Migrator([], NullLogger<Migrator>.Instance).Migrate(connections, cancellationToken);
        return new StoreUnderTest(connections);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        _folder.Dispose();
    }
}
