using Lawyers.Hub.Infrastructure.Media;

namespace Lawyers.Hub.Infrastructure.Tests.Media;

public sealed class FileMediaStoreTests : MediaStoreContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-media-tests-");

    protected override IMediaStore Store => new FileMediaStore(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);
}
