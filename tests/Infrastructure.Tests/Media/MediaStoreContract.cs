using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Media;

namespace Lawyers.Hub.Infrastructure.Tests.Media;

/// <summary>What every store of files does.</summary>
public abstract class MediaStoreContract
{
    private static readonly TenantId Firm = new(Guid.NewGuid());
    private static readonly DataSubjectId Client = new(Guid.NewGuid());

    protected abstract IMediaStore Store { get; }

    [Fact]
    public async Task What_was_written_is_read_again()
    {
        var place = Place();
        await Write(place, [1, 2, 3]);
        (await Read(place)).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Written_again_the_last_one_stands()
    {
        var place = Place();
        await Write(place, [1, 2, 3]);
        await Write(place, [4]);
        (await Read(place)).Should().Equal(4);
    }

    [Fact]
    public async Task What_is_given_up_leaves_everything_as_it_was()
    {
        var (place, other) = (Place(), Place());
        await Write(place, [1]);

        await Store.Write(Firm, place, async target => { await target.WriteAsync(new byte[] { 2 }); return false; }, CancellationToken.None);
        await FluentActions.Awaiting(() => Store.Write(
            Firm, other, async target => { await target.WriteAsync(new byte[] { 2 }); throw new IOException("cut off"); }, CancellationToken.None)).Should().ThrowAsync<IOException>();

        (await Read(place)).Should().Equal(1);
        (await Read(other)).Should().BeNull();
    }

    [Fact]
    public async Task Nothing_is_read_before_it_is_whole()
    {
        var place = Place();
        await Store.Write(
            Firm, place,
            async target =>
            {
                await target.WriteAsync(new byte[] { 1 });
                (await Read(place)).Should().BeNull();
                return true;
            },
            CancellationToken.None);
        (await Read(place)).Should().Equal(1);
    }

    [Fact]
    public async Task Another_firm_or_client_finds_nothing_under_the_same_id()
    {
        var place = Place();
        await Write(place, [1]);
        (await Store.Read(new TenantId(Guid.NewGuid()), place, CancellationToken.None)).Should().BeNull();
        (await Read(place with { Subject = new DataSubjectId(Guid.NewGuid()) })).Should().BeNull();
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_deleting_it_again_changes_nothing()
    {
        var (place, kept) = (Place(), Place());
        await Write(place, [1]);
        await Write(kept, [2]);
        await Store.Delete(Firm, place, CancellationToken.None);
        await Store.Delete(Firm, place, CancellationToken.None);
        await Store.Delete(Firm, new ContentRef(new DataSubjectId(Guid.NewGuid()), Guid.NewGuid()), CancellationToken.None);
        (await Read(place)).Should().BeNull();
        (await Read(kept)).Should().Equal(2);
    }

    [Fact]
    public async Task All_of_one_client_go_together_and_nobody_else_s()
    {
        var (client, other) = (new DataSubjectId(Guid.NewGuid()), new DataSubjectId(Guid.NewGuid()));
        var (one, two, kept) = (new ContentRef(client, Guid.NewGuid()), new ContentRef(client, Guid.NewGuid()), new ContentRef(other, Guid.NewGuid()));
        foreach (var place in new[] { one, two, kept })
        {
            await Write(place, [1]);
        }

        await Store.DeleteAll(Firm, client, CancellationToken.None);
        await Store.DeleteAll(Firm, client, CancellationToken.None);
        ((await Read(one)) is null, (await Read(two)) is null, (await Read(kept)) is null).Should().Be((true, true, false));
    }

    private static ContentRef Place() => new(Client, Guid.NewGuid());

    private Task Write(ContentRef place, byte[] bytes) =>
        Store.Write(Firm, place, async target => { await target.WriteAsync(bytes); return true; }, CancellationToken.None);

    private async Task<byte[]?> Read(ContentRef place)
    {
        await using var source = await Store.Read(Firm, place, CancellationToken.None);
        if (source is null)
        {
            return null;
        }

        using var read = new MemoryStream();
        await source.CopyToAsync(read);
        return read.ToArray();
    }
}
