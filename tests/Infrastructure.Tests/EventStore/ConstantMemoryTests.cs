using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>What a long reading keeps, measured while nothing else runs in this process.</summary>
[CollectionDefinition(nameof(ConstantMemoryTests), DisableParallelization = true)]
[Collection(nameof(ConstantMemoryTests))]
public sealed class ConstantMemoryTests(ConstantMemoryTests.FilledLog log) : IClassFixture<ConstantMemoryTests.FilledLog>
{
    private const int Early = 10_000;
    private const int All = 50_000;
    private const long Mebibyte = 1 << 20;

    [Fact]
    public async Task Reading_the_log_keeps_no_more_after_fifty_thousand_events_than_after_ten_thousand() =>
        (await Kept(log.Events(), keepAll: false)).Should().BeLessThan(Mebibyte);

    [Fact]
    public async Task A_reader_that_kept_what_it_read_would_be_found() =>
        (await Kept(log.Events(), keepAll: true)).Should().BeGreaterThan(20 * Mebibyte);

    /// <summary>By how many bytes that cannot be collected the reading grew between the two marks.</summary>
    private static async Task<long> Kept(IAsyncEnumerable<StoredEvent> events, bool keepAll)
    {
        var kept = new List<StoredEvent>();
        var (count, early, late) = (0, 0L, 0L);
        await foreach (var stored in events)
        {
            if (keepAll)
            {
                kept.Add(stored);
            }

            count++;
            early = count == Early ? GC.GetTotalMemory(forceFullCollection: true) : early;
            late = count == All ? GC.GetTotalMemory(forceFullCollection: true) : late;
        }

        count.Should().Be(All);
        GC.KeepAlive(kept);
        return late - early;
    }

    public sealed class FilledLog : IAsyncLifetime
    {
        private readonly HubDatabase _database = new();
        private readonly TenantId _tenant = NewTenant();

        public IAsyncEnumerable<StoredEvent> Events() => _database.Log().Read(_tenant, new EventFilter(), limit: null, CancellationToken.None);

        public async Task InitializeAsync()
        {
            await _database.InitializeAsync();
            await _database.Fill(_tenant, All, "ledger_noted");
        }

        public Task DisposeAsync() => _database.DisposeAsync();
    }
}
