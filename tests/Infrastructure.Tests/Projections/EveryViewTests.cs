using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tests.Projections;

/// <summary>What holds of every projection that there is, also of those that are written tomorrow: found by reflection, fed with every event that there is.</summary>
public sealed class EveryViewTests : IAsyncLifetime
{
    private const int Lives = 12;
    private const int Passes = 3;

    private readonly HubDatabase _database = new();
    private readonly ProjectionCatalog _views = new(typeof(IEventStore).Assembly);
    private readonly EventCatalog _events = EventCatalog.OfDomain();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Is_the_same_when_it_is_folded_anew()
    {
        await using var node = await HubNode.Start(_database, more: null, typeof(IEventStore).Assembly);
        await Task.WhenAll(Enumerable.Range(0, Lives).Select(life => Live(node.Store, life)));
        await AllTaken(node);
        var live = await Snapshot();
        live.Where(view => view.Value.Count == 0).Select(view => view.Key).Should().BeEmpty("a view without a document compares nothing");

        await Rebuild(node, live.Keys);

        var rebuilt = await Snapshot();
        foreach (var (view, documents) in live)
        {
            rebuilt[view].Should().BeEquivalentTo(documents, options => options.RespectingRuntimeTypes(), "{0} is a fold of the log and of nothing else", view);
        }
    }

    [Fact]
    public async Task Differs_when_it_was_not_what_the_log_says()
    {
        await using var node = await HubNode.Start(_database, more: null, typeof(IEventStore).Assembly);
        await Live(node.Store, life: 1);
        await AllTaken(node);
        foreach (var projection in _views.All)
        {
            await _database.AsSuperuser($"update {projection.Table.Documents} set sort_key = sort_key || '!'");
        }

        var live = await Snapshot();
        await Rebuild(node, live.Keys);

        var rebuilt = await Snapshot();
        foreach (var view in live.Keys)
        {
            live[view].Select(document => document.SortKey).Should().NotIntersectWith(rebuilt[view].Select(document => document.SortKey), view);
        }
    }

    private async Task Rebuild(HubNode node, IEnumerable<string> views)
    {
        foreach (var view in views)
        {
            (await node.Get<ISubscriptions>().Rebuild(view, default)).IsRefused.Should().BeFalse();
        }

        await Eventually.Is(
            async () => await _database.AsSuperuser("select count(*) from subscription_checkpoints where rebuild_wanted_at is not null or strpos(name, '/') > 0") is 0L,
            "every rebuild is done",
            TimeSpan.FromSeconds(60));
        (await _database.AsSuperuser("select count(*) from subscription_checkpoints where slot = 0")).Should().Be(0L, "each view was folded into its other slot");
    }

    /// <summary>
    /// Every event in some order, several times over, about one client and what is his: not likely, but it meets every fold. Each event
    /// stands at the end of one life, so that no view is always emptied by what comes later.
    /// </summary>
    private async Task Live(IEventStore store, int life)
    {
        var random = new Random(life);
        var stream = new StreamId(new TenantId(new Guid(life % 2, 0, 0, new byte[8])), "life", Guid.NewGuid());
        var client = new DataSubjectId(Guid.NewGuid());
        var identifiers = new Dictionary<Type, Guid>();
        var types = _events.Types.OrderBy(type => type.FullName, StringComparer.Ordinal).ToArray();
        var passes = Enumerable.Range(0, Passes).SelectMany(_ => types.OrderBy(_ => random.Next()));
        var version = 0L;
        foreach (var type in passes.Concat(types.Where((_, i) => i % Lives == life)))
        {
            var @event = (IDomainEvent)new Sample(client, random.Next(6), IdentifierOf).Of(type);
            var work = new UnitOfWork(
                new Provenance(Actor.System("tests"), new CauseId(Guid.NewGuid()), stream.Id, About: client), [new StreamAppend(stream, version++, [@event])]);
            (await store.Append(work, default)).Should().BeOfType<AppendOutcome.Appended>();
        }

        Guid IdentifierOf(Type type) => identifiers.TryGetValue(type, out var known) ? known : identifiers[type] = Guid.NewGuid();
    }

    private static Task AllTaken(HubNode node) => Eventually.Is(
        async () => (await node.Get<ISubscriptions>().List(default)).All(subscription => subscription is { Behind: 0, Stopped: null }),
        "every view has taken every event",
        TimeSpan.FromSeconds(60));

    /// <summary>The live documents of every view, opened, with where they stand in its lists.</summary>
    private async Task<Dictionary<string, List<StoredDocument>>> Snapshot()
    {
        var json = new StoredJson(_database.Keys);
        var views = new Dictionary<string, List<StoredDocument>>();
        foreach (var projection in _views.All)
        {
            var table = projection.Table;
            views[table.Projection] = await Rows(
                $"""
                select tenant_id, key, sort_key, tags, sequence, data::text,
                    array(select tag || ' ' || sort_key from {table.Tags} t where t.tenant_id = d.tenant_id and t.key = d.key and t.slot = d.slot order by 1)
                from {table.Documents} d where slot = {table.LiveSlot} order by tenant_id, key
                """,
                projection.View,
                json);
        }

        return views;
    }

    private async Task<List<StoredDocument>> Rows(string sql, Type view, StoredJson json)
    {
        await using var connection = new NpgsqlConnection(_database.SuperuserConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // made of the names of read tables
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<StoredDocument>();
        while (await reader.ReadAsync())
        {
            rows.Add(new(
                reader.GetString(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<string[]>(3), reader.GetInt64(4),
                json.Read(reader.GetString(5), view), reader.GetFieldValue<string[]>(6)));
        }

        return rows;
    }

    private sealed record StoredDocument(string Tenant, Guid Key, string SortKey, string[] Tags, long Sequence, object View, string[] TagRows);
}
