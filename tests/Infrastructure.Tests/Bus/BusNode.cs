using System.Collections.Concurrent;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Bus.RabbitMq;
using Lawyers.Hub.Infrastructure.Tests.Privacy;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lawyers.Hub.Infrastructure.Tests.Bus;

/// <summary>One process of the bus on a database: publishes, and works once started.</summary>
internal sealed class BusNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _running = [];

    /// <param name="broker"><c>null</c> where PostgreSQL carries the bus.</param>
    public BusNode(HubDatabase database, string folder, BusOptions options, RabbitMqOptions? broker, TimeProvider clock, params IBusConsumer[] consumers)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Hub:Roles"] = "worker",
            ["Hub:Bus"] = broker is null ? "postgres" : "rabbitmq",
            ["Bus:RabbitMq:Uri"] = broker?.Uri.OriginalString,
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(database.Source).AddSingleton(new Ring(database, folder).Firms).AddSingleton<IDeadLetters>(DeadLetters);
        services.AddBus(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton(options);
        if (broker is not null)
        {
            services.AddSingleton(broker);
        }

        foreach (var consumer in consumers)
        {
            services.AddSingleton(consumer);
        }

        _services = services.BuildServiceProvider();
    }

    public static BusOptions Quick { get; } = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(5),
        LongestPause = TimeSpan.FromMilliseconds(20),
        Poll = TimeSpan.FromMilliseconds(50),
    };

    public PostgresBus Bus => _services.GetRequiredService<PostgresBus>();

    public RecordedDeadLetters DeadLetters { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<BusNode> Start()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
            _running.Add(service);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running.Select(service => service.StopAsync(CancellationToken.None)));
        _running.Clear();

        await _services.DisposeAsync();
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

    public Task<Page<DeadLetter>> List(TenantId tenant, DeadLetterFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<DeadLetter>([.. Letters], null));

    public Task<Result<Nothing>> Retry(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The tests ask the bus itself.");
}
