using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Audit;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Audit;

/// <summary>A node that seals, with a folder of its own beside the database.</summary>
internal sealed class SealingNode(HubNode node, string folder) : IAsyncDisposable
{
    public HubNode Node => node;

    public IEventStore Store => node.Store;

    public ILedger Ledger => node.Get<ILedger>();

    public KeptCheckpoints Kept => node.Get<KeptCheckpoints>();

    /// <param name="folder">Where its master key and kept checkpoints lie; that of all nodes of this database, unless another is named.</param>
    public static async Task<SealingNode> Start(HubDatabase database, string? folder = null, bool seals = true)
    {
        folder ??= database.Folder;
        var node = await HubNode.Start(
            database,
            services =>
            {
                services.AddSingleton(TimeProvider.System).AddLedger(Path.Combine(folder, "ledger"));
                services.AddSingleton<IMasterKeys>(new SealedFileMasterKeys(Path.Combine(folder, "master.key")));
                if (seals)
                {
                    services.RunSealer();
                }
            },
            typeof(Infrastructure.Tests.EventStore.Ledger).Assembly);
        return new(node, folder);
    }

    public string Folder => folder;

    /// <summary>So many notes in a new stream.</summary>
    public async Task<StreamId> Notes(TenantId tenant, int count)
    {
        var stream = NewStream(tenant);
        await Store.Append(Work(By("clerk", reason: "Ünïcode 𝄞"), Append(stream, 0, [.. Enumerable.Range(1, count).Select(Note)])), CancellationToken.None);
        return stream;
    }

    /// <summary>Waits until so many events of the tenant are under a checkpoint.</summary>
    public Task<SignedCheckpoint> Sealed(TenantId tenant, long size) => Eventually.Find(
        async () => await Ledger.Status(tenant, CancellationToken.None) is { Newest: { } newest } status && status.Sealed >= size ? newest : null,
        $"{size} events are sealed");

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
