namespace Lawyers.Hub.Testing;

/// <summary>The sources that the running tests were built from, for checks of files and for writing derived ones anew.</summary>
public static class Repository
{
    /// <summary>Set to 1, tests write the files that are derived from the code instead of failing on those that lag behind.</summary>
    public static bool WritesDerived => Environment.GetEnvironmentVariable("HUB_WRITE_CONTRACT") == "1";

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root(), .. parts]);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Lawyers.Hub.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }

        return folder.FullName;
    }
}
