using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Testing;
using static Lawyers.Hub.Infrastructure.Tests.EventStore.Ledger;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class HashChainTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    private readonly TenantId _tenant = NewTenant();

    [Fact]
    public async Task An_untouched_log_verifies()
    {
        await FiveNotes();
        await FiveNotes();

        (await Verify()).Should().BeEquivalentTo(new { Events = 10, Streams = 2, IsIntact = true });
        (await database.Verify(NewTenant())).Should().BeEquivalentTo(new { Events = 0, Streams = 0, IsIntact = true });
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{Code}', '\"forged\"') where {0} and version = 3", 3, "hash does not match")]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{{actor}}', '\"staff:somebody-else\"') where {0} and version = 2", 2, "hash does not match")]
    [InlineData("update mt_events set headers = headers - 'reason' where {0} and version = 4", 4, "hash does not match")]
    [InlineData("update mt_events set timestamp = timestamp + interval '1 microsecond' where {0} and version = 5", 5, "hash does not match")]
    [InlineData("update mt_events set type = 'ledger_opened' where {0} and version = 1", 1, "hash does not match")]
    [InlineData("update mt_events set subject_id = gen_random_uuid() where {0} and version = 1", 1, "hash does not match")]
    [InlineData("update mt_events set correlation_id = gen_random_uuid()::varchar where {0} and version = 1", 1, "hash does not match")]
    [InlineData("update mt_events set hash = null where {0} and version = 5", 5, "no hash")]
    [InlineData("delete from mt_events where {0} and version = 3", 4, "Version 3 is missing")]
    [InlineData("delete from mt_events where {0} and version in (1, 2)", 3, "Versions 1 to 2 are missing")]
    [InlineData("delete from mt_events where {0} and version = 5", 4, "says version 5")]
    [InlineData("delete from mt_events where {0}", 0, "says version 5")]
    [InlineData("update mt_events set seq_id = seq_id + 1000000 where {0} and version = 3", 4, "out of order")]
    public async Task What_a_superuser_does_behind_the_triggers_is_named_at_its_place(string tampering, long version, string problem)
    {
        ArgumentNullException.ThrowIfNull(tampering);
        var stream = await FiveNotes();
        var untouched = await FiveNotes();
        await database.AsSuperuser("alter table mt_events disable trigger user");
        await database.AsSuperuser(tampering.Replace("{0}", $"stream_id = '{stream.Id}'", StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));
        await database.AsSuperuser("alter table mt_events enable always trigger never_changed, enable always trigger never_truncated");

        var found = (await Verify()).Breaks;

        found.Should().ContainSingle().Which.Should().BeEquivalentTo(new { StreamId = stream.Id, StreamType = "ledger", Version = version });
        found[0].Problem.Should().Contain(problem);
        found[0].StreamId.Should().NotBe(untouched.Id);
    }

    private async Task<StreamId> FiveNotes()
    {
        var stream = NewStream(_tenant);
        var store = database.Store(typeof(Ledger).Assembly);
        await store.Append(Work(By("clerk", reason: "Opening"), Append(stream, 0, Note(1), Note(2))), CancellationToken.None);
        await store.Append(Work(By("clerk", reason: "Ünïcode 𝄞"), Append(stream, 2, Note(3), Note(4))), CancellationToken.None);
        await store.Append(Work(By("clerk"), Append(stream, 4, Note(5))), CancellationToken.None);
        return stream;
    }

    private Task<LedgerVerification> Verify() => database.Verify(_tenant);
}
