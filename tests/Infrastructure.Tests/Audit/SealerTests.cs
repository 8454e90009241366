using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Tests.EventStore;
using Lawyers.Hub.Testing;
using Npgsql;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Audit;

public sealed class SealerTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly TenantId _tenant = NewTenant();

    [Fact]
    public async Task Events_are_sealed_under_checkpoints_that_follow_one_another_and_are_signed_by_the_published_key()
    {
        await using var node = await SealingNode.Start(database);
        await node.Notes(_tenant, 3);
        var first = await node.Sealed(_tenant, 3);
        await node.Notes(_tenant, 300);
        var second = await node.Sealed(_tenant, 303);

        var page = await node.Ledger.Checkpoints(_tenant, after: null, 10, newestFirst: false, CancellationToken.None);
        var key = (await node.Node.Get<ILedgerKeys>().Published(CancellationToken.None)).Should().ContainSingle(published => published.Key.Id == first.KeyId).Subject.Key;

        page.Items.Should().Equal(first, second);
        second.Checkpoint.Previous.Should().Be(first.Hash);
        first.Checkpoint.Should().Match<Checkpoint>(checkpoint => checkpoint.Size == 3 && checkpoint.Previous == null && checkpoint.Tenant == _tenant);
        first.IsSignedBy(key).Should().BeTrue();
        node.Kept.Read(_tenant).Should().Be(second);
        (await node.Ledger.Checkpoints(_tenant, after: 303, 10, newestFirst: true, CancellationToken.None)).Items.Should().Equal(first);
    }

    [Fact]
    public async Task Every_event_is_proven_to_be_in_its_checkpoint_and_that_one_to_lead_to_the_newest()
    {
        await using var node = await SealingNode.Start(database);
        await node.Notes(_tenant, 5);
        await node.Sealed(_tenant, 5);
        await node.Notes(_tenant, 600);
        var newest = await node.Sealed(_tenant, 605);
        var sequences = (long[])(await database.AsSuperuser($"select array_agg(seq_id order by transaction_id, seq_id) from mt_events where tenant_id = '{_tenant}'"))!;

        foreach (var index in new[] { 0, 4, 5, 255, 256, 511, 512, 604 })
        {
            var proof = (await node.Ledger.Prove(_tenant, sequences[index], CancellationToken.None)).Value;

            proof.LeafIndex.Should().Be(index);
            proof.Leaf.Should().Contain($"\"sequence\":{sequences[index]},").And.Contain("\"tenantId\":\"" + _tenant);
            proof.LeafHash.Should().Be(MerkleTree.Leaf(System.Text.Encoding.UTF8.GetBytes(proof.Leaf)));
            var (first, latest) = (proof.Checkpoint.Checkpoint, proof.Latest.Checkpoint);
            first.Size.Should().Be(index < 5 ? 5 : 605);
            proof.Latest.Should().Be(newest);
            MerkleProof.ProvesInclusion(proof.Inclusion, proof.LeafHash, index, first.Size, first.Root).Should().BeTrue();
            MerkleProof.ProvesConsistency(proof.Consistency, first.Size, first.Root, latest.Size, latest.Root).Should().BeTrue();
        }

        var consistency = (await node.Ledger.Consistency(_tenant, 5, 605, CancellationToken.None)).Value;
        MerkleProof.ProvesConsistency(consistency.Path, 5, consistency.From.Checkpoint.Root, 605, consistency.To.Checkpoint.Root).Should().BeTrue();
        (await node.Ledger.Consistency(_tenant, 4, 605, CancellationToken.None)).Refusal.Should().Be(LedgerRefusals.NoCheckpoint);
        (await node.Ledger.Consistency(_tenant, 605, 5, CancellationToken.None)).Refusal.Should().Be(LedgerRefusals.WrongOrder);
        (await node.Ledger.Prove(NewTenant(), sequences[0], CancellationToken.None)).Refusal.Should().Be(LedgerRefusals.NoEvent);
    }

    [Fact]
    public async Task What_happened_while_nobody_sealed_is_caught_up_with_and_nothing_is_sealed_twice_though_nodes_come_and_go()
    {
        await using (var silent = await SealingNode.Start(database, seals: false))
        {
            await silent.Notes(_tenant, 700);
            (await silent.Ledger.Status(_tenant, CancellationToken.None)).Should().Match<LedgerStatus>(status =>
                status.Sealed == 0 && status.Newest == null && status.Pending == 700 && status.PendingSince != null);
            var sequence = (long)(await database.AsSuperuser($"select min(seq_id) from mt_events where tenant_id = '{_tenant}'"))!;
            (await silent.Ledger.Prove(_tenant, sequence, CancellationToken.None)).Refusal.Should().Be(LedgerRefusals.NotSealedYet);
        }

        var folder = "";
        for (var round = 1; round <= 3; round++)
        {
            await using var node = await SealingNode.Start(database, folder.Length == 0 ? null : folder);
            await using var other = await SealingNode.Start(database, node.Folder);
            folder = node.Folder;
            await other.Notes(_tenant, 100);
            await node.Sealed(_tenant, 700 + (round * 100));
        }

        await using var last = await SealingNode.Start(database, folder);
        (await last.Ledger.Status(_tenant, CancellationToken.None)).Should().Match<LedgerStatus>(status => status.Sealed == 1000 && status.Pending == 0);
        ((long)(await database.AsSuperuser($"select count(distinct s) from ledger_tiles, unnest(sequences) s where tenant_id = '{_tenant}'"))!).Should().Be(1000);
    }

    [Fact]
    public async Task Erasing_a_client_breaks_neither_chains_nor_leaves()
    {
        await using var node = await SealingNode.Start(database);
        var (stream, client) = (NewStream(_tenant), new DataSubjectId(Guid.NewGuid()));
        await node.Store.Append(
            Work(By("clerk", about: client), Append(stream, 0, new LedgerNamed(Personal.Of(client, "Siti Rahayu"), new BlindIndex("1f2e")), Note(2))), CancellationToken.None);
        await node.Sealed(_tenant, 2);

        database.Keys.Destroy(client);

        var named = (await node.Store.Load(stream, StreamBound.Whole, CancellationToken.None))[0].Event.Should().BeOfType<LedgerNamed>().Subject;
        named.Name.IsErased.Should().BeTrue();
        (await database.Verify(_tenant)).Should().BeEquivalentTo(new { Events = 2, Sealed = 2, IsIntact = true });
        var sequence = (long)(await database.AsSuperuser($"select min(seq_id) from mt_events where tenant_id = '{_tenant}'"))!;
        var proof = (await node.Ledger.Prove(_tenant, sequence, CancellationToken.None)).Value;
        proof.Leaf.Should().NotContain("Siti").And.Contain("$subject");
    }

    [Theory]
    [InlineData("""{"Number": 1e400}""")]
    [InlineData("deep")]
    public async Task An_event_of_another_program_that_has_no_canonical_form_is_sealed_and_named_and_holds_nobody_up(string data)
    {
        await using var node = await SealingNode.Start(database);
        var stream = NewStream(_tenant);
        await node.Store.Append(stream, 0, Note(1));
        var body = data == "deep" ? new string('[', 200) + new string(']', 200) : data;
        await database.AsSuperuser(
            $"""
            insert into mt_events (seq_id, id, stream_id, version, data, type, tenant_id)
            values (nextval('mt_events_sequence'), gen_random_uuid(), '{stream.Id}', 2, '{body}', 'ledger_noted', '{_tenant}');
            update mt_streams set version = 2 where id = '{stream.Id}'
            """);
        var other = NewTenant();
        await node.Notes(other, 1);

        await node.Sealed(_tenant, 2);
        await node.Sealed(other, 1);

        var verified = await database.Verify(_tenant);
        verified.Breaks.Should().ContainSingle().Which.Should().Match<ChainBreak>(found => found.Version == 2 && found.Code == FindingCodes.NoHash);
        verified.Findings.Should().BeEmpty();
        (await database.Verify(other)).IsIntact.Should().BeTrue();
    }

    [Fact]
    public async Task A_firm_without_new_events_gets_no_new_checkpoint()
    {
        var busy = NewTenant();
        await using var node = await SealingNode.Start(database);
        await node.Notes(_tenant, 2);
        var idle = await node.Sealed(_tenant, 2);
        for (var i = 1; i <= 3; i++)
        {
            await node.Notes(busy, 1);
            await node.Sealed(busy, i);
        }

        (await node.Ledger.Checkpoints(_tenant, null, 10, newestFirst: true, CancellationToken.None)).Items.Should().Equal(idle);
    }

    [Fact]
    public async Task After_a_rotation_the_next_checkpoint_is_of_the_new_key_and_the_old_one_stays_published()
    {
        await using var node = await SealingNode.Start(database);
        await node.Notes(_tenant, 1);
        var before = await node.Sealed(_tenant, 1);

        var cause = new CauseId(Guid.NewGuid());
        var rotation = await node.Node.Get<ILedgerKeys>().Rotate(cause, CancellationToken.None);
        (await node.Node.Get<ILedgerKeys>().Rotate(cause, CancellationToken.None)).Should().Be(rotation, "it is asked for again because of the same click");
        await node.Notes(_tenant, 1);
        var after = await node.Sealed(_tenant, 2);

        rotation.Replaced.Should().Be(before.KeyId);
        after.KeyId.Should().Be(rotation.Key.Id).And.NotBe(before.KeyId);
        after.IsSignedBy(rotation.Key).Should().BeTrue();
        before.IsSignedBy(rotation.Key).Should().BeFalse();
        (await node.Node.Get<ILedgerKeys>().Published(CancellationToken.None)).Select(published => published.Key.Id).Should().Equal(before.KeyId, after.KeyId);
    }

    [Theory]
    [InlineData("update ledger_checkpoints set jws = 'x'")]
    [InlineData("delete from ledger_checkpoints")]
    [InlineData("truncate ledger_checkpoints")]
    [InlineData("update ledger_keys set x = 'x'")]
    [InlineData("delete from ledger_keys")]
    [InlineData("delete from ledger_tiles")]
    [InlineData("truncate ledger_tiles")]
    [InlineData("update ledger_tiles set hashes = sha256('x')")]
    [InlineData("update ledger_tiles set sequences = '{1}'")]
    [InlineData("update ledger_tiles set index = 7")]
    public async Task What_is_sealed_stays_as_it_is_for_the_owner_too(string sql)
    {
        await using var node = await SealingNode.Start(database);
        await node.Notes(_tenant, 2);
        await node.Sealed(_tenant, 2);
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the test's own statements
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100

        var change = () => command.ExecuteNonQueryAsync();

        (await change.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be("HB403");
    }
}
