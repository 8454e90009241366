using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>What an append reads is a few rows by their keys, whatever else the firm has on record, and before any statistics are there.</summary>
public sealed class AppendPlansTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly TenantId _tenant = NewTenant();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_append_reads_no_other_events_than_the_last_one_of_its_streams(bool alone)
    {
        var store = database.Store(typeof(Ledger).Assembly);
        var streams = new[] { NewStream(_tenant), NewStream(_tenant) };
        foreach (var stream in streams)
        {
            await store.Append(stream, 0, [.. Enumerable.Range(1, 200).Select(Note)]);
        }

        var work = Work(By("tests"), [.. streams.Take(alone ? 1 : 2).Select(stream => Append(stream, 200, Note(201)))]);
        PreparedUnit[] units = [PreparedUnit.Of(work, HubDatabase.Catalog(typeof(Ledger).Assembly), new StoredJson(database.Keys))];
        (AppendAloneCall.For(units) is not null).Should().Be(alone);
        await using var transaction = await database.Source.Begin(_tenant, CancellationToken.None);
        var before = await EventsRead(transaction.Connection);
        await using (var batch = transaction.Batch())
        {
            var command = new NpgsqlBatchCommand(alone ? AppendAloneCall.Sql : AppendCall.Sql);
            if (alone)
            {
                AppendAloneCall.For(units)!.Bind(command.Parameters, patience: null);
            }
            else
            {
                new AppendCall(units).Bind(command.Parameters, patience: null);
            }

            batch.BatchCommands.Add(command);
            (await batch.ExecuteScalarAsync(CancellationToken.None)).Should().NotBeNull();
        }

        // The last event, and where the next cause in the index is another stream's, none.
        (await EventsRead(transaction.Connection) - before).Should().BeInRange(1, 4);
    }

    private static async Task<long> EventsRead(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select idx_tup_fetch + seq_tup_read from pg_stat_xact_user_tables where relname = 'mt_events'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
