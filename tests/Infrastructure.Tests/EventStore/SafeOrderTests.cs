using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

// Two writers whose transactions overlap, and what a subscription sees of them.
public sealed class SafeOrderTests : IClassFixture<HubDatabase>
{
    private readonly HubDatabase _database;
    private readonly EventCatalog _catalog = HubDatabase.Catalog(typeof(Ledger).Assembly);
    private readonly StoredJson _json;
    private readonly SafeOrder _order;

    public SafeOrderTests(HubDatabase database)
    {
        _database = database;
        _json = new StoredJson(database.Keys);
        _order = new SafeOrder(new CrossTenantReading(database.Source), new EventReading(_catalog, _json));
    }

    [Fact]
    public async Task A_slow_transaction_with_a_lower_sequence_is_waited_for()
    {
        var start = await _order.End(CancellationToken.None);
        var (_, highest) = await ByPosition(0); // which need not be the last one's
        await using var slow = await Begin();
        await Append(slow, 1);
        await using var fast = await Begin();
        await Append(fast, 2);
        await fast.Transaction.CommitAsync();

        var (naive, checkpoint) = await ByPosition(highest);
        naive.Should().Equal([2], "a reader that goes by position alone takes what is visible");
        var early = await _order.Read(start, 100, CancellationToken.None);
        early.Items.Should().BeEmpty();
        early.IsHeldBack.Should().BeTrue();

        await slow.Transaction.CommitAsync();

        (await ByPosition(checkpoint)).Numbers.Should().BeEmpty("its checkpoint has passed the slow writer's sequence: event 1 is lost to it");
        (await Numbers(start)).Should().Equal(1, 2);
    }

    [Fact]
    public async Task A_later_transaction_with_a_lower_sequence_is_not_passed_over()
    {
        var start = await _order.End(CancellationToken.None);
        await using var first = await Begin();
        await Execute(first, "select pg_current_xact_id()");
        await using var second = await Begin();
        await Append(second, 1);
        await Append(first, 2);
        await first.Transaction.CommitAsync();

        // Other tests' transactions on the same server may be older still.
        var safe = await Eventually.Find(
            async () => await _order.Read(start, 100, CancellationToken.None) is { Items.Count: > 0 } read ? read : null, "an event of a finished transaction");
        safe.Items.Select(Number).Should().Equal([2], "the older transaction is finished, whatever its sequence");
        var guarded = safe.Items[^1].Position.Sequence;
        await second.Transaction.CommitAsync();

        (await ByPosition(guarded)).Numbers.Should().BeEmpty("a position as checkpoint loses event 1 in spite of the guard");
        (await Numbers(safe.Items[^1].Position)).Should().Equal(1);
    }

    [Fact]
    public async Task Whoever_has_taken_the_last_event_is_not_behind_though_an_earlier_one_has_a_higher_number()
    {
        var start = await _order.End(CancellationToken.None);
        await using var first = await Begin();
        await Execute(first, "select pg_current_xact_id()");
        await using var second = await Begin();
        await Append(second, 1);
        await Append(first, 2);
        await first.Transaction.CommitAsync();
        await second.Transaction.CommitAsync();
        (await Numbers(start)).Should().Equal(2, 1);
        var read = (await _order.Read(start, 100, CancellationToken.None)).Items;
        foreach (var (name, item) in new[] { ("one_to_go", read[0]), ("at_the_end", read[1]) })
        {
            await _database.AsSuperuser(
                $"insert into subscription_checkpoints (name, transaction_id, seq_id) values ('{name}', '{item.Position.Transaction}', {item.Position.Sequence})");
        }

        var subscriptions = await new Subscriptions(new CrossTenantReading(_database.Source)).List(CancellationToken.None);

        subscriptions.Select(one => (one.Name, one.Behind)).Should().Equal(("at_the_end", 0), ("one_to_go", 1));
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_a_gap_that_holds_nobody_up()
    {
        var start = await _order.End(CancellationToken.None);
        await using (var failed = await Begin())
        {
            await Append(failed, 1);
        }

        await using var next = await Begin();
        await Append(next, 2);
        await next.Transaction.CommitAsync();

        (await Numbers(start)).Should().Equal(2);
    }

    private async Task<int[]> Numbers(Position after)
    {
        // Other tests' transactions on the same server count too, until they end.
        await Eventually.Is(
            async () => !(await _order.Read(after, 100, CancellationToken.None)).IsHeldBack, "nothing is held back");
        return [.. (await _order.Read(after, 100, CancellationToken.None)).Items.Select(Number)];
    }

    private async Task<(int[] Numbers, long Checkpoint)> ByPosition(long after)
    {
        await using var batch = new CrossTenantReading(_database.Source).Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select seq_id, (data ->> 'Number')::int from mt_events where seq_id > $1 order by seq_id")
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = after } },
        });
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var numbers = new List<int>();
        while (await reader.ReadAsync())
        {
            after = reader.GetInt64(0);
            numbers.Add(reader.GetInt32(1));
        }

        return ([.. numbers], after);
    }

    private static int Number(FeedItem item) => ((LedgerNoted)item.Envelope!.Event).Number;

    private Task<TenantTransaction> Begin() => _database.Source.Begin(NewTenant(), CancellationToken.None);

    private async Task Append(TenantTransaction transaction, int number)
    {
        var call = new AppendCall([PreparedUnit.Of(Work(By("tests"), Ledger.Append(NewStream(NewTenant()), 0, Note(number))), _catalog, _json)]);
        await using var command = transaction.Command(AppendCall.Sql);
        call.Bind(command.Parameters, patience: null);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Execute(TenantTransaction transaction, string sql)
    {
        await using var command = transaction.Command(sql);
        await command.ExecuteNonQueryAsync();
    }
}
