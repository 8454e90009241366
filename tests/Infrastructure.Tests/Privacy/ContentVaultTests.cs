using System.Text;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lawyers.Hub.Infrastructure.Tests.Privacy;

public sealed class ContentVaultTests(HubDatabase database) : IClassFixture<HubDatabase>, IDisposable
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("Kakak saya ditahan polisi");

    private readonly string _folder = Ring.NewFolder();

    [Fact]
    public async Task Words_come_back_and_lie_sealed()
    {
        var (ring, firm, content) = (new Ring(database, _folder), Ring.NewFirm(), NewContent());
        await ring.Contents.Seal(firm, content, Words, destroyAt: null, CancellationToken.None);
        (await Opened(ring, firm, content)).Should().Equal(Words);
        (await database.AsSuperuser($"select position('ditahan'::bytea in sealed) from contents where id = '{content.Id}'")).Should().Be(0);
    }

    [Fact]
    public async Task The_same_reference_again_keeps_what_lies_there()
    {
        var (ring, firm, content) = (new Ring(database, _folder), Ring.NewFirm(), NewContent());
        await ring.Contents.Seal(firm, content, Words, destroyAt: null, CancellationToken.None);
        await ring.Contents.Seal(firm, content, new byte[] { 1 }, destroyAt: null, CancellationToken.None);
        (await Opened(ring, firm, content)).Should().Equal(Words);
    }

    [Fact]
    public async Task Another_firm_opens_nothing()
    {
        var (ring, content) = (new Ring(database, _folder), NewContent());
        await ring.Contents.Seal(Ring.NewFirm(), content, Words, destroyAt: null, CancellationToken.None);
        (await Opened(new Ring(database, _folder), Ring.NewFirm(), content)).Should().BeNull();
    }

    [Fact]
    public async Task What_may_not_stay_is_shut_at_its_time_and_destroyed_by_the_sweep_unless_kept()
    {
        var (ring, firm) = (new Ring(database, _folder), Ring.NewFirm());
        var (due, kept) = (NewContent(), NewContent());
        foreach (var content in new[] { due, kept })
        {
            await ring.Contents.Seal(firm, content, Words, ring.Clock.Now.AddHours(24), CancellationToken.None);
        }

        await ring.Contents.Keep(firm, kept, CancellationToken.None);
        var sweep = new ContentSweep(
            database.Source, new CrossTenantReading(database.Source), ring.Clock, NullLogger<ContentSweep>.Instance);
        (await sweep.Sweep(CancellationToken.None)).Should().Be(0);

        ring.Clock.Now = ring.Clock.Now.AddHours(24);
        (await Opened(ring, firm, due)).Should().BeNull();
        await ring.Contents.Keep(firm, due, CancellationToken.None);
        (await sweep.Sweep(CancellationToken.None)).Should().Be(1, "consent that comes too late keeps nothing");
        (await Opened(ring, firm, kept)).Should().Equal(Words);
        (await database.AsSuperuser($"select count(*) from contents where id = '{due.Id}'")).Should().Be(0L);
    }

    [Fact]
    public async Task Erasing_a_client_leaves_nothing_to_open_and_nothing_to_add()
    {
        var (ring, firm, content) = (new Ring(database, _folder), Ring.NewFirm(), NewContent());
        await ring.Contents.Seal(firm, content, Words, destroyAt: null, CancellationToken.None);
        await ring.Erasure.Erase(firm, content.Subject, CancellationToken.None);
        (await Opened(ring, firm, content)).Should().BeNull();
        await ring.Contents.Invoking(vault => vault.Seal(firm, content, Words, null, CancellationToken.None))
            .Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Content_moved_to_another_row_does_not_open()
    {
        var (ring, firm, content) = (new Ring(database, _folder), Ring.NewFirm(), NewContent());
        await ring.Contents.Seal(firm, content, Words, destroyAt: null, CancellationToken.None);
        var moved = content with { Id = Guid.NewGuid() };
        await database.AsSuperuser($"update contents set id = '{moved.Id}' where id = '{content.Id}'");
        await FluentActions.Awaiting(() => Opened(ring, firm, moved)).Should().ThrowAsync<KeyRingException>();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ContentRef NewContent() => new(new DataSubjectId(Guid.NewGuid()), Guid.NewGuid());

    private static async Task<byte[]?> Opened(Ring ring, Domain.Tenancy.TenantId firm, ContentRef content) =>
        (await ring.Contents.Open(firm, content, CancellationToken.None))?.ToArray();
}
