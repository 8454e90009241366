namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>A folder of one run, gone with it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lawyers-hub-bench-");

    /// <summary>The database server runs as a user of its own, who has to pass through.</summary>
    public ScratchFolder() => File.SetUnixFileMode(_folder.FullName, File.GetUnixFileMode(_folder.FullName) | UnixFileMode.OtherExecute);

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
