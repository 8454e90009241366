using System.Text;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// Each tenant's newest checkpoint beside the database, in a file of its own: whoever sets the whole database back cannot set this back with
/// it. A file gives way only to a checkpoint that follows from it, so that what it shows stays until a person moves it away.
/// </summary>
/// <param name="folder">Made at the first checkpoint.</param>
public sealed class KeptCheckpoints(string folder)
{
    private const string Ending = ".jws";

    /// <param name="checkpoint">The newest one.</param>
    public void Keep(SignedCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = PathOf(checkpoint.Checkpoint.Tenant);
        var draft = $"{path}.{Path.GetRandomFileName()}";
        using (var file = File.Open(draft, FileMode.CreateNew))
        {
            file.Write(Encoding.UTF8.GetBytes(checkpoint.Jws + "\n"));
            file.Flush(flushToDisk: true); // before the name changes hands, or a power cut could leave an empty file in the place of a whole one
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>The checkpoint that was kept; <c>null</c> where there is none, or no whole one.</summary>
    public SignedCheckpoint? Read(TenantId tenant)
    {
        var path = PathOf(tenant);
        return File.Exists(path) ? SignedCheckpoint.Read(File.ReadAllText(path).Trim()) : null;
    }

    /// <summary>All that were kept.</summary>
    public IReadOnlyList<SignedCheckpoint> All() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*" + Ending).Select(path => SignedCheckpoint.Read(File.ReadAllText(path).Trim())).OfType<SignedCheckpoint>()];

    private string PathOf(TenantId tenant) => Path.Combine(folder, tenant + Ending);
}
