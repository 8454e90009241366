using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Media;

/// <summary>Files in a folder for each firm and client. Several nodes share it where they share the folder.</summary>
public sealed class FileMediaStore(string root) : IMediaStore
{
    public async Task Write(TenantId tenant, ContentRef place, Func<Stream, Task<bool>> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        var path = PathOf(tenant, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var begun = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            bool isWhole;
            await using (var file = new FileStream(begun, Options(FileMode.CreateNew, FileAccess.Write)))
            {
                isWhole = await write(file);
                file.Flush(flushToDisk: isWhole);
            }

            if (isWhole)
            {
                File.Move(begun, path, overwrite: true);
            }
        }
        finally
        {
            File.Delete(begun);
        }
    }

    public Task<Stream?> Read(TenantId tenant, ContentRef place, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(tenant, place), Options(FileMode.Open, FileAccess.Read)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task Delete(TenantId tenant, ContentRef place, CancellationToken cancellationToken)
    {
        try
        {
            File.Delete(PathOf(tenant, place));
        }
        catch (DirectoryNotFoundException)
        {
            // nothing of this client was ever kept
        }

        return Task.CompletedTask;
    }

    public Task DeleteAll(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken)
    {
        try
        {
            Directory.Delete(FolderOf(tenant, subject), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // nothing of this client was ever kept
        }

        return Task.CompletedTask;
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private string FolderOf(TenantId tenant, DataSubjectId subject) => Path.Combine(root, tenant.ToString(), subject.Value.ToString("N"));

    private string PathOf(TenantId tenant, ContentRef place) => Path.Combine(FolderOf(tenant, place.Subject), place.Id.ToString("N"));
}
