using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Privacy;

/// <summary>What was told in one intake is gone, and the rest of the client stays; and where the client goes, its parts go too.</summary>
public sealed class PartKeyTests(HubDatabase database) : IClassFixture<HubDatabase>, IDisposable
{
    private readonly string _folder = Ring.NewFolder();
    private readonly TenantId _firm = Ring.NewFirm();
    private readonly DataSubjectId _client = new(Guid.NewGuid());
    private readonly DataSubjectId _one = new(Guid.NewGuid());
    private readonly DataSubjectId _other = new(Guid.NewGuid());

    [Fact]
    public async Task A_part_is_destroyed_alone_with_the_words_that_belong_to_it()
    {
        var ring = await Begin();
        var json = new StoredJson(ring.Subjects);
        var (gone, stays) = (json.WriteEvent(Personal.Of(_one, "Polres Sleman")), json.WriteEvent(Personal.Of(_other, "Polres Bantul")));
        var (told, kept) = (new ContentRef(_client, Guid.NewGuid()), new ContentRef(_client, Guid.NewGuid()));
        await ring.Contents.Seal(_firm, told, "kakak saya"u8.ToArray(), destroyAt: null, CancellationToken.None);
        await ring.Contents.Seal(_firm, kept, "terima kasih"u8.ToArray(), destroyAt: null, CancellationToken.None);

        var (letter, photo) = (new ContentRef(_client, Guid.NewGuid()), new ContentRef(_client, Guid.NewGuid()));
        await ring.Media.Seal(_firm, letter, new MemoryStream([1, 2, 3]), 10, CancellationToken.None);
        await ring.Media.Seal(_firm, photo, new MemoryStream([4]), 10, CancellationToken.None);

        await new PersonalPurge(database.Source, ring.Subjects, ring.Media, ring.Clock).Destroy(_firm, _one, [told, letter], CancellationToken.None);

        (await ring.Media.Open(_firm, letter, CancellationToken.None)).Should().BeNull();
        await using (var file = await ring.Media.Open(_firm, photo, CancellationToken.None))
        {
            (await file!.ReadAsync(new byte[2])).Should().Be(1);
        }

        var elsewhere = new Ring(database, _folder);
        await elsewhere.Subjects.Load(_firm, [_client, _one, _other], CancellationToken.None);
        foreach (var node in new[] { ring, elsewhere })
        {
            var reading = new StoredJson(node.Subjects);
            ((Personal<string>)reading.Read(gone, typeof(Personal<string>))).IsErased.Should().BeTrue();
            ((Personal<string>)reading.Read(stays, typeof(Personal<string>))).Value.Should().Be("Polres Bantul");
            (await node.Contents.Open(_firm, told, CancellationToken.None)).HasValue.Should().BeFalse();
            (await node.Contents.Open(_firm, kept, CancellationToken.None)).HasValue.Should().BeTrue();
        }
    }

    [Fact]
    public async Task Erasing_the_client_destroys_every_part_and_no_new_one_comes_into_being()
    {
        var ring = await Begin();

        await ring.Erasure.Erase(_firm, _client, CancellationToken.None);
        var later = new DataSubjectId(Guid.NewGuid());
        await ring.Subjects.EnsurePart(_firm, later, _client, CancellationToken.None);

        var elsewhere = new Ring(database, _folder);
        await elsewhere.Subjects.Load(_firm, [_client, _one, _other, later], CancellationToken.None);
        foreach (var subject in new[] { _client, _one, _other, later })
        {
            ring.Subjects.Find(subject).Should().BeNull();
            elsewhere.Subjects.Find(subject).Should().BeNull();
        }
    }

    [Fact]
    public async Task A_clients_own_key_is_never_destroyed_as_a_part()
    {
        var ring = await Begin();

        await new PersonalPurge(database.Source, ring.Subjects, ring.Media, ring.Clock).Destroy(_firm, _client, [], CancellationToken.None);

        var elsewhere = new Ring(database, _folder);
        await elsewhere.Subjects.Load(_firm, [_client], CancellationToken.None);
        elsewhere.Subjects.Find(_client).Should().NotBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Ring> Begin()
    {
        var ring = new Ring(database, _folder);
        await ring.Subjects.Ensure(_firm, _client, CancellationToken.None);
        await ring.Subjects.EnsurePart(_firm, _one, _client, CancellationToken.None);
        await ring.Subjects.EnsurePart(_firm, _other, _client, CancellationToken.None);
        return ring;
    }
}
