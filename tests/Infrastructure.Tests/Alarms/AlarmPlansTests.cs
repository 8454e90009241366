using Lawyers.Hub.Infrastructure.Alarms;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Testing;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tests.Alarms;

/// <summary>What is due is read by an index in order of time, over all firms, however many alarms are set for later: plans, not times.</summary>
public sealed class AlarmPlansTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    [Fact]
    public async Task What_is_due_and_what_is_next_are_read_by_an_index()
    {
        await using var node = await HubNode.Start(database, more: null, typeof(Ledger).Assembly);
        await database.AsSuperuser(
            """
            insert into read_reminder (tenant_id, slot, key, sort_key, tags, data, sequence)
            select gen_random_uuid(), 0, gen_random_uuid(), to_char(timestamp '2030-01-01' + n * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS.US"0Z"'), '{}', '{}', 1
            from generate_series(1, 20000) n
            """);
        await database.AsSuperuser("analyze read_reminder");
        var kind = new AlarmKind(node.Get<ProjectionCatalog>().TableOf(typeof(Reminder)), new ReminderHandler(node.Store));

        (await Plan(AlarmStore.DueQuery(kind, Ledger.Monday, 64))).Should()
            .Contain("Index Scan using read_reminder_of_all").And.Contain("using alarm_rings_pkey").And.NotContain("Seq Scan").And.NotContain("Sort");
        (await Plan(AlarmStore.NextQuery(kind, Ledger.Monday))).Should()
            .Contain("using read_reminder_of_all").And.Contain("using alarm_rings_again").And.NotContain("Sort");
    }

    private async Task<string> Plan(NpgsqlBatchCommand query)
    {
        await using var batch = new CrossTenantReading(database.Source).Batch();
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
