using System.Diagnostics;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Benchmarks.Running;
using Lawyers.Hub.Benchmarks.Store;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Assist.Masking;
using Lawyers.Hub.Infrastructure.Audit;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Projections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lawyers.Hub.Benchmarks.Ledger;

/// <summary>The event store with its ledger, and nodes that seal and do nothing else.</summary>
internal sealed class LedgerUnderTest : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly DatabaseConnections _connections;

    private LedgerUnderTest(DatabaseConnections connections)
    {
        _connections = connections;
        Services = Parts().BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public static async Task<LedgerUnderTest> Start(DatabaseConnections connections, CancellationToken cancellationToken)
    {
        await new Migrator([], NullLogger<Migrator>.Instance).Migrate(connections, cancellationToken);
        return new(connections);
    }

    /// <summary>A node that seals, until it is disposed.</summary>
    public Task<FollowingNode> Seal(CancellationToken cancellationToken) =>
        FollowingNode.Start(Parts().AddProjections().RunSubscriptions().RunSealer().BuildServiceProvider(), cancellationToken);

    /// <summary>A node that follows the log as every node does, and seals nothing, until it is disposed.</summary>
    public Task<FollowingNode> Follow(CancellationToken cancellationToken) =>
        FollowingNode.Start(Parts().AddProjections().RunSubscriptions().BuildServiceProvider(), cancellationToken);

    public async Task<long> Count(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var batch = Services.GetRequiredService<HubDataSource>().Batch(tenant);
        batch.BatchCommands.Add(new("select count(*) from mt_events"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt64(0);
    }

    public async Task Sealed(TenantId tenant, long size, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        var ledger = Services.GetRequiredService<ILedger>();
        while (await ledger.Checkpoints(tenant, after: null, 1, newestFirst: true, cancellationToken) is not { Items: [var newest] } || newest.Checkpoint.Size < size)
        {
            if (waited.Elapsed > deadline)
            {
                throw new BenchmarkException($"The {size} events were not sealed within {deadline.TotalSeconds:0} s.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
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
        return new ServiceCollection().AddLogging().AddDatabase(_connections).AddPrivacy(configuration).AddLedger(configuration).AddEventStore()
            .AddSingleton<IMasker, Masker>();
    }
}
