using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Audit;

/// <summary>The first page of a filtered log is read by an index, however many events there are: plans, not times.</summary>
public sealed class AuditPlansTests(HubDatabase database) : IClassFixture<HubDatabase>, IAsyncLifetime
{
    private static readonly TenantId Tenant = NewTenant();

    public static TheoryData<string, string, EventFilter> Filters => new()
    {
        { "a stream", "pk_mt_events_stream_and_version", new EventFilter(Stream: Guid.NewGuid()) },
        { "a subject", "mt_events_by_subject", new EventFilter(Subject: new DataSubjectId(Guid.NewGuid())) },
        { "a type", "mt_events_by_type", new EventFilter(Types: ["type_7"]) },
        { "an actor", "mt_events_by_actor", new EventFilter(Actor: "staff:7") },
    };

    public async Task InitializeAsync()
    {
        if (await database.AsSuperuser("select count(*) from mt_events") is 0L)
        {
            await database.AsSuperuser(
                $$"""
                with made as (
                    insert into mt_streams (tenant_id, id, type, version)
                    select case when n % 4 = 0 then '{{NewTenant()}}' else '{{Tenant}}' end, gen_random_uuid(), 'bulk', 100
                    from generate_series(1, 600) n returning id, tenant_id)
                insert into mt_events (seq_id, id, stream_id, version, data, type, tenant_id, correlation_id, headers, subject_id)
                select nextval('mt_events_sequence'), gen_random_uuid(), made.id, n, '{}', 'type_' || n % 20, made.tenant_id, made.id::text,
                    jsonb_build_object('actor', 'staff:' || n % 30), case when n % 3 > 0 then made.id end
                from generate_series(1, 100) n cross join made
                """);
            await database.AsSuperuser("vacuum (analyze) mt_events");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_first_page_of_a_filter_is_read_by_its_index(string by, string index, EventFilter filter)
    {
        foreach (var asked in new[] { filter, filter with { NewestFirst = true }, filter with { After = 20_000 } })
        {
            (await Plan(asked)).Should().Contain(index, "{0} is filtered by", by).And.NotContain("Seq Scan");
        }
    }

    [Fact]
    public async Task Several_types_at_once_are_merged_from_the_page_of_each()
    {
        foreach (var filter in new[] { new EventFilter(Types: ["type_3", "type_7"]), new EventFilter(Types: ["type_3", "type_7"], NewestFirst: true) })
        {
            var plan = await Plan(filter);
            plan.Should().Contain("mt_events_by_type").And.NotContain("Seq Scan");
            plan.Split('\n').Should().Contain(line => line.Contains("Limit", StringComparison.Ordinal))
                .And.NotContain(line => line.Contains("Bitmap", StringComparison.Ordinal), "that would read every event of the types");
        }
    }

    [Fact]
    public async Task The_same_check_finds_a_filter_that_has_no_index()
    {
        var plan = await Plan(new EventFilter(StreamType: "no_such_type"));

        plan.Should().NotContain("mt_events_by_").And.NotContain("pk_mt_events_stream_and_version");
    }

    private async Task<string> Plan(EventFilter filter)
    {
        await using var batch = database.Source.Batch(Tenant);
        var query = PostgresEventLog.Query(Tenant, filter, 50);
        query.CommandText = $"explain {query.CommandText}";
        batch.BatchCommands.Add(query);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
