using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Audit;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.Audit;

/// <summary>What a superuser can do with every trigger off, and what a verification makes of it: each forgery with its place.</summary>
public sealed class TamperTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private const int Before = 300;
    private const int All = 600;

    private readonly TenantId _tenant = NewTenant();

    [Fact]
    public async Task An_untouched_ledger_verifies_sealed_or_not()
    {
        await Sealed();
        await using (var silent = await SealingNode.Start(database, seals: false))
        {
            await silent.Notes(_tenant, 7);
        }

        (await database.Verify(_tenant)).Should().BeEquivalentTo(new { Events = All + 7, Streams = 3, Sealed = All, Checkpoints = 2, IsIntact = true });
        (await database.Verify(NewTenant())).Should().BeEquivalentTo(new { Events = 0, Streams = 0, Sealed = 0, Checkpoints = 0, IsIntact = true });
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{Code}', '\"forged\"') where {event}", FindingCodes.Altered)]
    [InlineData("update mt_events set timestamp = timestamp - interval '1 microsecond', hash = sha256('x') where {event}", FindingCodes.Altered)]
    [InlineData("delete from mt_events where {event}", FindingCodes.EventRemoved)]
    public async Task An_event_that_was_changed_or_removed_is_named(string tampering, string code)
    {
        ArgumentNullException.ThrowIfNull(tampering);
        var (stream, _) = await Sealed();
        var sequence = (long)(await database.AsSuperuser($"select seq_id from mt_events where stream_id = '{stream.Id}' and version = 100"))!;

        await Tamper(tampering.Replace("{event}", $"stream_id = '{stream.Id}' and version = 100", StringComparison.Ordinal));

        var found = await database.Verify(_tenant);
        found.Breaks.Select(link => (link.Code, link.Sequence)).Concat(found.Findings.Select(finding => (finding.Code, finding.Sequence)))
            .Should().Contain((code, sequence));
        found.Findings.Should().NotContain(finding => finding.Code == FindingCodes.RootMismatch);
    }

    [Fact]
    public async Task A_change_with_its_whole_chain_made_anew_shows_in_the_leaves()
    {
        var (stream, _) = await Sealed();
        var sequence = (long)(await database.AsSuperuser($"select seq_id from mt_events where stream_id = '{stream.Id}' and version = 300"))!;
        await Tamper($"update mt_events set data = jsonb_set(data, '{{Code}}', '\"forged\"') where seq_id = {sequence}");
        await RehashLast(stream);

        (await database.Verify(_tenant)).Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Code = FindingCodes.EventChanged, Sequence = sequence, LeafIndex = Before - 1 });
    }

    [Fact]
    public async Task With_its_leaf_forged_too_it_shows_in_the_first_checkpoint_that_covers_it()
    {
        var (stream, _) = await Sealed();
        await Tamper($"update mt_events set data = jsonb_set(data, '{{Code}}', '\"forged\"') where stream_id = '{stream.Id}' and version = 300");
        var leaf = await RehashLast(stream);
        await Tamper(
            $"""
            update ledger_tiles set hashes = overlay(hashes placing '\x{leaf}'::bytea from {(((Before - 1) % 256) * 32) + 1} for 32)
            where tenant_id = '{_tenant}' and level = 0 and index = {(Before - 1) / 256}
            """);

        var found = (await database.Verify(_tenant)).Findings;

        found[0].Should().BeEquivalentTo(new { Code = FindingCodes.RootMismatch, CheckpointSize = Before });
        found.Select(finding => finding.Code).Should().Equal(FindingCodes.RootMismatch, FindingCodes.TileAltered, FindingCodes.TrustedMismatch);
    }

    [Fact]
    public async Task Events_in_another_order_are_named()
    {
        var (stream, _) = await Sealed();
        var (one, other) = (await SequenceOf(stream, 10), await SequenceOf(stream, 11));

        await Tamper(
            $"""
            update mt_events set seq_id = -1 where seq_id = {one};
            update mt_events set seq_id = {one} where seq_id = {other};
            update mt_events set seq_id = {other} where seq_id = -1;
            """);

        (await database.Verify(_tenant)).Breaks.Should().Contain(link => link.Code == FindingCodes.OutOfOrder && link.Version == 11);
    }

    [Fact]
    public async Task Events_swapped_between_streams_are_named_at_both()
    {
        var (stream, other) = await Sealed();

        await Tamper(
            $"""
            update mt_events set stream_id = case stream_id when '{stream.Id}' then '{other.Id}'::uuid else '{stream.Id}'::uuid end, version = -version
            where stream_id in ('{stream.Id}', '{other.Id}') and version = 50;
            update mt_events set version = -version where version = -50;
            """);

        (await database.Verify(_tenant)).Breaks.Where(link => link.Code == FindingCodes.Altered).Select(link => (link.StreamId, link.Version))
            .Should().Contain([(stream.Id, 50), (other.Id, 50)]);
    }

    [Fact]
    public async Task An_end_cut_off_with_the_streams_record_set_back_is_named_event_by_event()
    {
        var (_, stream) = await Sealed();
        var cut = new[] { await SequenceOf(stream, 299), await SequenceOf(stream, 300) };

        await Tamper(
            $"""
            delete from mt_events where stream_id = '{stream.Id}' and version > 298;
            update mt_streams set version = 298 where id = '{stream.Id}';
            """);

        var found = await database.Verify(_tenant);
        found.Breaks.Should().BeEmpty("the chain that is left holds");
        found.Findings.Select(finding => (finding.Code, finding.Sequence, finding.LeafIndex)).Should().Equal(
            (FindingCodes.EventRemoved, cut[0], All - 2), (FindingCodes.EventRemoved, cut[1], All - 1));
    }

    [Fact]
    public async Task A_whole_stream_that_vanished_with_its_record_is_named()
    {
        var (stream, _) = await Sealed();

        await Tamper($"delete from mt_events where stream_id = '{stream.Id}'; delete from mt_streams where id = '{stream.Id}'");

        var found = await database.Verify(_tenant);
        found.Findings.Should().HaveCount(Before).And.OnlyContain(finding => finding.Code == FindingCodes.EventRemoved);
    }

    [Fact]
    public async Task An_event_put_in_between_is_named_though_its_chain_holds()
    {
        var (_, stream) = await Sealed();
        await using (var silent = await SealingNode.Start(database, seals: false))
        {
            await silent.Store.Append(Work(By("clerk"), Append(stream, 300, Note(301))), CancellationToken.None);
        }

        var inserted = await SequenceOf(stream, 301);
        await Tamper($"update mt_events set transaction_id = (select min(transaction_id) from mt_events where tenant_id = '{_tenant}') where seq_id = {inserted}");

        var found = await database.Verify(_tenant);
        found.Breaks.Should().BeEmpty();
        found.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = FindingCodes.EventInserted, Sequence = inserted });
    }

    [Fact]
    public async Task A_checkpoint_that_was_removed_is_missed_by_the_next_one()
    {
        await Sealed();
        await Tamper($"delete from ledger_checkpoints where tenant_id = '{_tenant}' and size = {Before}");

        (await database.Verify(_tenant)).Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Code = FindingCodes.CheckpointMissing, CheckpointSize = All });
    }

    [Fact]
    public async Task The_newest_checkpoint_that_was_removed_is_missed_by_the_tree()
    {
        await Sealed();
        await Tamper($"delete from ledger_checkpoints where tenant_id = '{_tenant}' and size = {All}");

        (await database.Verify(_tenant)).Findings.Should().Contain(finding => finding.Code == FindingCodes.CheckpointMissing && finding.LeafIndex == Before);
    }

    [Fact]
    public async Task An_old_checkpoint_in_place_of_a_new_one_is_named()
    {
        await Sealed();
        await Tamper(
            $"""
            update ledger_checkpoints set jws = (select jws from ledger_checkpoints where tenant_id = '{_tenant}' and size = {Before})
            where tenant_id = '{_tenant}' and size = {All}
            """);

        (await database.Verify(_tenant)).Findings.Should().Contain(finding =>
            finding.Code == FindingCodes.CheckpointOutOfPlace && finding.CheckpointSize == All);
    }

    [Fact]
    public async Task A_checkpoint_forged_with_another_key_is_named_though_that_key_was_put_among_ours()
    {
        await Sealed();
        var page = await Reader().Checkpoints(_tenant, null, 10, newestFirst: true, CancellationToken.None);
        using var forger = SigningKey.Make();
        var forged = SignedCheckpoint.Sign(page.Items[0].Checkpoint with { Root = MerkleTree.Empty }, forger);
        await Tamper(
            $"""
            update ledger_checkpoints set jws = '{forged.Jws}' where tenant_id = '{_tenant}' and size = {All};
            insert into ledger_keys (tenant_id, key_id, x, y, wrapped, created_at)
            select tenant_id, '{forger.Public.Id}', '{forger.Public.X}', '{forger.Public.Y}', wrapped, '2000-01-01' from ledger_keys limit 1
            """);

        (await database.Verify(_tenant)).Findings.Should().Contain(finding => finding.Code == FindingCodes.UnknownKey && finding.CheckpointSize == All);
    }

    [Theory]
    [InlineData("'{\"at\":\"2026-01-01T00:00:00.000000Z\"}'", FindingCodes.CheckpointUnreadable)]
    [InlineData("left(jws, -3) || 'AAA'", FindingCodes.SignatureInvalid)]
    public async Task A_checkpoint_whose_words_or_signature_were_altered_is_named(string jws, string code)
    {
        await Sealed();
        await Tamper($"update ledger_checkpoints set jws = {jws} where tenant_id = '{_tenant}' and size = {All}");

        (await database.Verify(_tenant)).Findings.Should().Contain(finding => finding.Code == code && finding.CheckpointSize == All);
    }

    [Fact]
    public async Task A_database_that_was_set_back_as_a_whole_shows_beside_what_was_kept_outside()
    {
        var kept = Path.Combine(database.Folder, "ledger", $"{_tenant}.jws");
        var (_, stream) = await Sealed();
        var newest = SignedCheckpoint.Read((await File.ReadAllTextAsync(kept)).Trim())!;
        await Tamper(
            $"""
            delete from mt_events where stream_id = '{stream.Id}'; delete from mt_streams where id = '{stream.Id}';
            delete from ledger_checkpoints where tenant_id = '{_tenant}' and size > {Before};
            delete from ledger_tiles where tenant_id = '{_tenant}' and level = 0 and index > {Before / 256};
            update ledger_tiles set hashes = substr(hashes, 1, {Before % 256 * 32}), sequences = sequences[1:{Before % 256}]
            where tenant_id = '{_tenant}' and level = 0 and index = {Before / 256};
            update ledger_tiles set hashes = substr(hashes, 1, 32) where tenant_id = '{_tenant}' and level = 1;
            """);

        (await database.Verify(_tenant)).Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Code = FindingCodes.SetBack, CheckpointSize = All, LeafIndex = Before });

        File.Delete(kept);
        (await database.Verify(_tenant)).IsIntact.Should().BeTrue("without anything from outside the earlier state is whole in itself");
        (await database.Verify(_tenant, newest)).Findings.Should().ContainSingle().Which.Code.Should().Be(FindingCodes.SetBack);
    }

    [Fact]
    public async Task A_database_that_was_set_back_and_went_on_differs_from_what_was_kept_and_the_sealer_leaves_that_alone()
    {
        var (_, stream) = await Sealed();
        var kept = new KeptCheckpoints(Path.Combine(database.Folder, "ledger"));
        var newest = kept.Read(_tenant)!;
        await Tamper($"delete from mt_events where tenant_id = '{_tenant}'; delete from mt_streams where tenant_id = '{_tenant}'; delete from ledger_checkpoints where tenant_id = '{_tenant}'; delete from ledger_tiles where tenant_id = '{_tenant}'");

        await using (var node = await SealingNode.Start(database))
        {
            await node.Notes(_tenant, All + 10);
            await node.Sealed(_tenant, All + 10);
            await Eventually.Is(() => node.Node.Get<SetBackWatch>().SetBack.ContainsKey(_tenant), "the watch finds the kept checkpoint unknown");
        }

        kept.Read(_tenant).Should().Be(newest);
        (await database.Verify(_tenant)).Findings.Should().Contain(finding => finding.Code == FindingCodes.TrustedMismatch && finding.CheckpointSize == All);
        stream.Should().NotBeNull();
    }

    [Fact]
    public async Task A_trusted_checkpoint_of_another_firm_or_another_key_is_said_to_be_none_of_ours()
    {
        await Sealed();
        using var stranger = SigningKey.Make();
        var foreign = SignedCheckpoint.Sign(new(_tenant, Before, MerkleTree.Empty, Monday, Previous: null), stranger);

        (await database.Verify(_tenant, foreign)).Findings.Should().ContainSingle().Which.Code.Should().Be(FindingCodes.TrustedUnknown);
    }

    /// <summary>Two streams, sealed one after the other.</summary>
    private async Task<(StreamId First, StreamId Second)> Sealed()
    {
        await using var node = await SealingNode.Start(database);
        var first = await node.Notes(_tenant, Before);
        await node.Sealed(_tenant, Before);
        var second = await node.Notes(_tenant, All - Before);
        await node.Sealed(_tenant, All);
        await Eventually.Is(() => node.Kept.Read(_tenant)?.Checkpoint.Size == All, "the newest checkpoint is kept");
        return (first, second);
    }

    private LedgerReader Reader() => new(database.Source);

    private async Task<long> SequenceOf(StreamId stream, int version) =>
        (long)(await database.AsSuperuser($"select seq_id from mt_events where stream_id = '{stream.Id}' and version = {version}"))!;

    /// <summary>Gives a stream's last event the hash that its changed body asks for; its new leaf in hex.</summary>
    private async Task<string> RehashLast(StreamId stream)
    {
        var found = await database.Log().Read(_tenant, new EventFilter(Stream: stream.Id), null, CancellationToken.None).ToListAsync();
        var (below, last) = (found[^2], found[^1]);
        var entry = new LedgerEntry(
            last.Sequence, last.EventId, last.StreamId, last.StreamType, last.Version, last.Type, System.Text.Encoding.UTF8.GetBytes(last.Data),
            _tenant.ToString(), last.OccurredAt, last.Actor, last.Reason, last.Correlation.ToString(), last.Causation?.ToString(), last.Subject?.Value, Hash: null);
        Digest.TryParse(below.HashHex, out var before).Should().BeTrue();
        var hasher = new EntryHasher();
        var chain = hasher.Both(entry, before).Chain;
        await Tamper($"update mt_events set hash = '\\x{chain}' where seq_id = {last.Sequence}");
        return hasher.Leaf(entry with { Hash = chain }).ToString();
    }

    private async Task Tamper(string sql)
    {
        string[] tables = ["mt_events", "ledger_checkpoints", "ledger_keys", "ledger_tiles"];
        await database.AsSuperuser(string.Join(";", tables.Select(table => $"alter table {table} disable trigger user")));
        try
        {
            await database.AsSuperuser(sql);
        }
        finally
        {
            await database.AsSuperuser(
                """
                alter table mt_events enable always trigger never_changed, enable always trigger never_truncated;
                alter table ledger_checkpoints enable always trigger never_changed, enable always trigger never_truncated;
                alter table ledger_keys enable always trigger never_changed, enable always trigger never_truncated;
                alter table ledger_tiles enable always trigger only_grows, enable always trigger never_emptied;
                """);
        }
    }
}
