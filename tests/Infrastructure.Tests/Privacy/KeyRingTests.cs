using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Privacy;

public sealed class KeyRingTests(HubDatabase database) : IClassFixture<HubDatabase>, IDisposable
{
    private readonly string _folder = Ring.NewFolder();

    [Fact]
    public async Task A_firm_s_keys_are_the_same_on_every_node_and_after_a_restart()
    {
        var firm = Ring.NewFirm();
        var nodes = Enumerable.Range(0, 4).Select(_ => new Ring(database, _folder)).ToArray();
        var keys = await Task.WhenAll(nodes.Select(node => node.Firms.Of(firm, CancellationToken.None).AsTask()));
        var box = keys[0].Seal("rahasia"u8, "here");
        foreach (var each in keys)
        {
            each.Open(box, "here").Should().Equal("rahasia"u8.ToArray());
            each.Index(BlindKind.Phone, "62811").Should().Be(keys[0].Index(BlindKind.Phone, "62811"));
        }
    }

    [Fact]
    public async Task Two_firms_index_the_same_number_differently()
    {
        var ring = new Ring(database, _folder);
        var one = await ring.Firms.Of(Ring.NewFirm(), CancellationToken.None);
        var other = await ring.Firms.Of(Ring.NewFirm(), CancellationToken.None);
        one.Index(BlindKind.Phone, "62811").Should().NotBe(other.Index(BlindKind.Phone, "62811"));
        one.Index(BlindKind.Phone, "62811").Should().NotBe(one.Index(BlindKind.User, "62811"));
        one.Index(BlindKind.Phone, "62811").Hex.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task What_was_sealed_opens_only_where_it_was_sealed_and_unharmed()
    {
        var keys = await new Ring(database, _folder).Firms.Of(Ring.NewFirm(), CancellationToken.None);
        var box = keys.Seal("rahasia"u8, "here");
        keys.Invoking(firm => firm.Open(box, "there")).Should().Throw<KeyRingException>();
        box[^1] ^= 1;
        keys.Invoking(firm => firm.Open(box, "here")).Should().Throw<KeyRingException>();
        keys.Invoking(firm => firm.Open("short"u8, "here")).Should().Throw<KeyRingException>();
    }

    [Fact]
    public async Task A_rotated_key_seals_once_every_node_knows_it_and_the_old_one_still_opens()
    {
        var firm = Ring.NewFirm();
        var ring = new Ring(database, _folder);
        var before = await ring.Firms.Of(firm, CancellationToken.None);
        var old = before.Seal("lama"u8, "here");
        await ring.Firms.Rotate(firm, CancellationToken.None);

        SealedBox.VersionOf((await ring.Firms.Of(firm, CancellationToken.None)).Seal("baru"u8, "here")).Should().Be(1);
        ring.Clock.Now += TimeSpan.FromMinutes(15);
        var after = await ring.Firms.Of(firm, CancellationToken.None);
        SealedBox.VersionOf(after.Seal("baru"u8, "here")).Should().Be(2);
        after.Open(old, "here").Should().Equal("lama"u8.ToArray());
        after.Index(BlindKind.Wamid, "wamid.1").Should().Be(before.Index(BlindKind.Wamid, "wamid.1"));
    }

    [Fact]
    public async Task A_subject_s_key_is_made_once()
    {
        var (firm, subject) = (Ring.NewFirm(), new DataSubjectId(Guid.NewGuid()));
        var nodes = Enumerable.Range(0, 4).Select(_ => new Ring(database, _folder)).ToArray();
        await Task.WhenAll(nodes.Select(node => node.Subjects.Ensure(firm, subject, CancellationToken.None)));
        nodes.Select(node => Convert.ToHexString(node.Subjects.Find(subject)!.Bytes)).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_destroyed_key_is_gone_here_at_once_elsewhere_within_a_minute_and_never_made_again()
    {
        var (firm, subject) = (Ring.NewFirm(), new DataSubjectId(Guid.NewGuid()));
        var here = new Ring(database, _folder);
        var elsewhere = new Ring(database, _folder);
        await here.Subjects.Ensure(firm, subject, CancellationToken.None);
        await elsewhere.Subjects.Load(firm, [subject], CancellationToken.None);

        (await here.Erasure.Erase(firm, subject, CancellationToken.None)).Should().BeTrue();
        (await here.Erasure.Erase(firm, subject, CancellationToken.None)).Should().BeFalse("it is gone already");
        here.Subjects.Find(subject).Should().BeNull();
        elsewhere.Clock.Now += TimeSpan.FromSeconds(61);
        elsewhere.Subjects.Find(subject).Should().BeNull();

        await elsewhere.Subjects.Ensure(firm, subject, CancellationToken.None);
        elsewhere.Subjects.Find(subject).Should().BeNull();
        (await database.AsSuperuser($"select count(*) from subject_keys where subject_id = '{subject}' and wrapped is null and destroyed_at is not null"))
            .Should().Be(1L, "destroyed keys stay listed");
        var reuse = () => database.AsSuperuser($"update subject_keys set wrapped = 'x', destroyed_at = null where subject_id = '{subject}'");
        (await reuse.Should().ThrowAsync<Npgsql.PostgresException>()).Which.SqlState.Should().Be("HB410");
    }

    [Fact]
    public async Task Another_firm_does_not_find_a_subject_s_key()
    {
        var subject = new DataSubjectId(Guid.NewGuid());
        await new Ring(database, _folder).Subjects.Ensure(Ring.NewFirm(), subject, CancellationToken.None);
        var other = new Ring(database, _folder);
        await other.Subjects.Load(Ring.NewFirm(), [subject], CancellationToken.None);
        other.Subjects.Find(subject).Should().BeNull();
    }

    [Fact]
    public void The_cache_of_keys_is_bounded()
    {
        var cache = new SubjectKeyCache(new ManualClock(Ring.Morning), capacity: 100);
        for (var i = 0; i < 1000; i++)
        {
            cache.Put(new DataSubjectId(Guid.NewGuid()), new SubjectKey(new byte[SubjectKey.Size], 1));
        }

        cache.Count.Should().BeLessThanOrEqualTo(100);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
