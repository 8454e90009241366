using System.IO.Compression;
using System.Net.Sockets;
using Lawyers.Hub.Domain.Media;
using Lawyers.Hub.Infrastructure.Media;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Media;

/// <summary>The scanner's port, held by the real clamd.</summary>
public sealed class ClamdScannerTests : IAsyncLifetime
{
    private ClamdServer _clamd = null!;

    public async Task InitializeAsync() => _clamd = await ClamdServer.Start();

    public async Task DisposeAsync() => await _clamd.DisposeAsync();

    [Fact]
    public async Task A_harmless_file_is_clean() => (await Scan("%PDF-1.7 berkas"u8.ToArray())).Should().BeOfType<ScanVerdict.Clean>();

    [Fact]
    public async Task A_harmful_file_is_found_by_its_name_also_within_an_archive()
    {
        (await Scan(ClamdServer.Harmful)).Should().BeOfType<ScanVerdict.Infected>().Which.Signature.Should().StartWith("Test.Harmful");
        (await Scan(Zipped(ClamdServer.Harmful))).Should().BeOfType<ScanVerdict.Infected>();
    }

    [Fact]
    public async Task What_cannot_be_looked_into_is_not_clean()
    {
        (await Scan(new byte[3 * 1024 * 1024])).Should().BeOfType<ScanVerdict.Unscannable>("it is longer than the daemon reads");
        (await Scan(Zipped(new byte[5 * 1024 * 1024]))).Should().BeOfType<ScanVerdict.Unscannable>("it unfolds to more than the daemon reads");
        (await Scan(Locked(Zipped("rahasia"u8.ToArray())))).Should().BeOfType<ScanVerdict.Unscannable>("it is locked by a password");
    }

    [Fact]
    public async Task Many_files_at_once_each_have_their_own_verdict()
    {
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => Scan(at % 2 == 0 ? ClamdServer.Harmful : "berkas"u8.ToArray())));
        verdicts.Select(verdict => verdict is ScanVerdict.Infected).Should().Equal(Enumerable.Range(0, 20).Select(at => at % 2 == 0));
    }

    [Fact]
    public async Task Where_nobody_scans_there_is_no_verdict()
    {
        var port = _clamd.Port;
        await _clamd.DisposeAsync();
        _clamd = await ClamdServer.Start();

        await FluentActions.Awaiting(() => new ClamdScanner(ClamdServer.Host, port).Scan(new MemoryStream([1]), CancellationToken.None))
            .Should().ThrowAsync<SocketException>();
    }

    private Task<ScanVerdict> Scan(byte[] content) => new ClamdScanner(ClamdServer.Host, _clamd.Port).Scan(new MemoryStream(content), CancellationToken.None);

    private static byte[] Zipped(byte[] content)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("isi.bin").Open();
            entry.Write(content);
        }

        return target.ToArray();
    }

    /// <summary>The flag that says so, in both places where it stands.</summary>
    private static byte[] Locked(byte[] zip)
    {
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }
}
