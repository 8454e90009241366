using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.Tests.Privacy;

public sealed class SealedFileMasterKeysTests : IDisposable
{
    private readonly string _folder = Ring.NewFolder();

    private string KeyFile => Path.Combine(_folder, "keys", "master.key");

    [Fact]
    public async Task The_key_is_made_once_and_only_its_owner_may_read_it()
    {
        var wrapped = await new SealedFileMasterKeys(KeyFile).Wrap(new byte[] { 1, 2, 3 }, "here", CancellationToken.None);
        File.GetUnixFileMode(KeyFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await new SealedFileMasterKeys(KeyFile).Unwrap(wrapped, "here", CancellationToken.None)).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Processes_that_start_together_use_one_key()
    {
        var rings = Enumerable.Range(0, 8).Select(_ => new SealedFileMasterKeys(KeyFile)).ToArray();
        var wrapped = await Task.WhenAll(rings.Select(ring => Task.Run(() => ring.Wrap(new byte[] { 7 }, "here", CancellationToken.None))));
        foreach (var each in wrapped)
        {
            (await rings[0].Unwrap(each, "here", CancellationToken.None)).Should().Equal(7);
        }

        Directory.GetFiles(Path.GetDirectoryName(KeyFile)!).Should().ContainSingle("no draft is left behind");
    }

    [Fact]
    public async Task A_wrapped_key_that_was_moved_does_not_unwrap()
    {
        var keys = new SealedFileMasterKeys(KeyFile);
        var wrapped = await keys.Wrap(new byte[] { 1 }, "firm a", CancellationToken.None);
        await keys.Invoking(ring => ring.Unwrap(wrapped, "firm b", CancellationToken.None)).Should().ThrowAsync<KeyRingException>();
    }

    [Fact]
    public async Task A_damaged_file_is_named_and_never_replaced()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        await File.WriteAllTextAsync(KeyFile, "lawyers-hub master key 1 AAAA\n");
        await new SealedFileMasterKeys(KeyFile).Invoking(ring => ring.Wrap(new byte[] { 1 }, "here", CancellationToken.None))
            .Should().ThrowAsync<KeyRingException>().WithMessage($"*{KeyFile}*");
        (await File.ReadAllTextAsync(KeyFile)).Should().Be("lawyers-hub master key 1 AAAA\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
