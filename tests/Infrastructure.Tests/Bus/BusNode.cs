using System.Collections.Concurrent;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Tests.Privacy;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lawyers.Hub.Infrastructure.Tests.Bus;

/// <summary>One process of the bus on a database: publishes, and works once started.</summary>
internal sealed class BusNode : IAsyncDisposable
{
    private readonly BusWakeUp _wakeUp;
    private readonly BusWorker _worker;
    private readonly BusMetrics _metrics = new();

    public BusNode(HubDatabase database, string folder, BusOptions options, params IBusConsumer[] consumers)
    {
        var everyTenant = new CrossTenantReading(database.Source);
        var firms = new Ring(database, folder).Firms;
        _wakeUp = new BusWakeUp(database.Source, NullLogger<BusWakeUp>.Instance);
        Bus = new PostgresBus(database.Source, firms, _wakeUp);
        _worker = new BusWorker(
            database.Source, everyTenant, new LaneConsumers(consumers), firms, DeadLetters, _wakeUp, _metrics, options, NullLogger<BusWorker>.Instance);
    }

    public static BusOptions Quick { get; } = new() { FirstPause = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromMilliseconds(20) };

    public PostgresBus Bus { get; }

    public RecordedDeadLetters DeadLetters { get; } = new();

    public async Task<BusNode> Start()
    {
        await _wakeUp.StartAsync(CancellationToken.None);
        await _worker.StartAsync(CancellationToken.None);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        await _wakeUp.StopAsync(CancellationToken.None);
        _worker.Dispose();
        _wakeUp.Dispose();
        _metrics.Dispose();
    }
}

/// <summary>A consumer whose body the test writes.</summary>
internal sealed class Consumer(string topic, Func<BusMessage, CancellationToken, Task> handle) : IBusConsumer
{
    public string Topic => topic;

    public Task Handle(BusMessage message, CancellationToken cancellationToken) => handle(message, cancellationToken);
}

internal sealed class RecordedDeadLetters : IDeadLetters
{
    public ConcurrentQueue<DeadLetter> Letters { get; } = new();

    public Task Add(TenantId tenant, string kind, string name, string reference, string reason, int attempts, CancellationToken cancellationToken)
    {
        Letters.Enqueue(new DeadLetter(tenant, Guid.NewGuid(), kind, name, reference, reason, attempts, default, null));
        return Task.CompletedTask;
    }

    public Task<Page<DeadLetter>> List(TenantId tenant, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<DeadLetter>([.. Letters], null));

    public Task<Result<Nothing>> Retry(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The tests ask the bus itself.");
}
