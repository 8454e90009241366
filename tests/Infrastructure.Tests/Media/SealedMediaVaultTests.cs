using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Media;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Media;

public sealed class SealedMediaVaultTests : IDisposable
{
    private const int Chunk = 64 * 1024;

    private static readonly TenantId Firm = new(Guid.NewGuid());
    private static readonly DataSubjectId Client = new(Guid.NewGuid());

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-vault-tests-");
    private readonly InMemorySubjectKeyRing _keys = new();

    private SealedMediaVault Vault => new(new FileMediaStore(_folder.FullName), _keys);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData((5 * Chunk) + 17)]
    public async Task What_was_sealed_opens_byte_for_byte_and_is_named_by_its_hash(int length)
    {
        var (place, bytes) = (Place(), RandomNumberGenerator.GetBytes(length));
        var kept = await Vault.Seal(Firm, place, new Dribble(bytes), length, CancellationToken.None);

        (kept!.Bytes, kept.Sha256).Should().Be((length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        (await Open(place)).Should().Equal(bytes);
    }

    [Fact]
    public async Task Nothing_of_it_lies_in_clear()
    {
        var words = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("perkara rahasia ", 10_000)));
        await Vault.Seal(Firm, Place(), new MemoryStream(words), words.Length, CancellationToken.None);
        var stored = await File.ReadAllBytesAsync(Stored());
        stored.AsSpan().IndexOf("rahasia"u8).Should().Be(-1);
    }

    [Fact]
    public async Task The_same_file_twice_looks_different()
    {
        await Vault.Seal(Firm, Place(), new MemoryStream(new byte[100]), 100, CancellationToken.None);
        await Vault.Seal(Firm, Place(), new MemoryStream(new byte[100]), 100, CancellationToken.None);
        var files = _folder.GetFiles("*", SearchOption.AllDirectories).Select(file => Convert.ToHexString(File.ReadAllBytes(file.FullName).AsSpan(40))).ToArray();
        files.Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task What_goes_beyond_the_limit_is_not_kept()
    {
        (await Vault.Seal(Firm, Place(), new MemoryStream(new byte[(2 * Chunk) + 1]), 2 * Chunk, CancellationToken.None)).Should().BeNull();
        _folder.GetFiles("*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    public static TheoryData<string, Func<byte[], byte[]>> Forgeries => new()
    {
        { "a bit turned", stored => { stored[100] ^= 1; return stored; } },
        { "cut off within a chunk", stored => stored[..^5] },
        { "cut off after a chunk", stored => stored[..(37 + (2 * (Chunk + 16)))] },
        { "two chunks exchanged", stored => [.. stored[..37], .. stored[(37 + Chunk + 16)..(37 + (2 * (Chunk + 16)))], .. stored[37..(37 + Chunk + 16)], .. stored[(37 + (2 * (Chunk + 16)))..]] },
        { "a chunk doubled", stored => [.. stored[..(37 + Chunk + 16)], .. stored[37..]] },
        { "another salt", stored => { stored[10] ^= 1; return stored; } },
        { "another format", stored => { stored[0] = 9; return stored; } },
        { "nothing but its head", stored => stored[..37] },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task What_was_tampered_with_does_not_open(string what, Func<byte[], byte[]> forge)
    {
        var place = Place();
        await Vault.Seal(Firm, place, new MemoryStream(RandomNumberGenerator.GetBytes((2 * Chunk) + 100)), 3 * Chunk, CancellationToken.None);
        await File.WriteAllBytesAsync(Stored(), forge(await File.ReadAllBytesAsync(Stored())));

        await FluentActions.Awaiting(() => Open(place)).Should().ThrowAsync<CryptographicException>(what);
    }

    [Fact]
    public async Task What_was_moved_to_another_place_does_not_open()
    {
        var (place, other) = (Place(), Place());
        await Vault.Seal(Firm, place, new MemoryStream([1, 2, 3]), 10, CancellationToken.None);
        var from = Stored();
        await Vault.Seal(Firm, other, new MemoryStream([4]), 10, CancellationToken.None);
        File.Copy(from, _folder.GetFiles("*", SearchOption.AllDirectories).Single(file => file.FullName != from).FullName, overwrite: true);

        await FluentActions.Awaiting(() => Open(other)).Should().ThrowAsync<CryptographicException>();
    }

    [Fact]
    public async Task Once_the_client_s_key_is_destroyed_nothing_opens()
    {
        var place = Place();
        await Vault.Seal(Firm, place, new MemoryStream([1]), 10, CancellationToken.None);
        _keys.Destroy(Client);
        (await Open(place)).Should().BeNull();
    }

    [Fact]
    public async Task What_is_destroyed_is_gone()
    {
        var place = Place();
        await Vault.Seal(Firm, place, new MemoryStream([1]), 10, CancellationToken.None);
        await Vault.Destroy(Firm, [place, Place()], CancellationToken.None);
        (await Open(place)).Should().BeNull();
    }

    private static ContentRef Place() => new(Client, Guid.NewGuid());

    private string Stored() => _folder.GetFiles("*", SearchOption.AllDirectories).Single().FullName;

    private async Task<byte[]?> Open(ContentRef place)
    {
        await using var opened = await Vault.Open(Firm, place, CancellationToken.None);
        if (opened is null)
        {
            return null;
        }

        using var read = new MemoryStream();
        await opened.CopyToAsync(read);
        return read.ToArray();
    }

    /// <summary>Gives its bytes as a network does: a few at a time.</summary>
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1000)], cancellationToken);
    }
}
