namespace Lawyers.Hub.Simulator.Journaling;

/// <summary>Files with messages in them are for the account that runs the simulator alone.</summary>
internal static class PrivateFile
{
    public static FileStreamOptions ReadWrite => Options(FileMode.OpenOrCreate, FileAccess.ReadWrite);

    public static FileStreamOptions Write => Options(FileMode.Create, FileAccess.Write);

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }
}
