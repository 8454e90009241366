using System.Diagnostics;
using System.Globalization;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>
/// A place for a database that can be made full. As root a file system of its own in memory, shrunk to what is on it; else no disk can be made
/// small, and the server's processes are forbidden to write files instead, which meets them in the same calls.
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly bool _isMounted;

    private SmallDisk(string folder, bool isMounted) => (Folder, _isMounted) = (folder, isMounted);

    public string Folder { get; }

    public static async Task<SmallDisk> Make(string folder)
    {
        Directory.CreateDirectory(folder);
        return new(folder, await Run("mount", "-t", "tmpfs", "-o", "size=4g,mode=0755", "lawyers-hub-test", folder));
    }

    /// <param name="server">The process whose children write, and itself.</param>
    public async Task Fill(int server)
    {
        if (_isMounted)
        {
            // Below what is used it cannot go, and the server goes on writing meanwhile: as small as it lets itself be made.
            for (var room = 8192L; !await Shrink(room); room *= 2)
            {
                room.Should().BeLessThan(64 << 20, "the disk can be made small");
            }
        }
        else
        {
            await Limit(server, "0:");
        }
    }

    public async Task Empty(int server)
    {
        if (_isMounted)
        {
            (await Run("mount", "-o", "remount,size=4g", Folder)).Should().BeTrue();
        }
        else
        {
            await Limit(server, "unlimited:");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isMounted)
        {
            await Run("umount", "--lazy", Folder);
        }
    }

    private Task<bool> Shrink(long room)
    {
        var disk = new DriveInfo(Folder);
        var size = disk.TotalSize - disk.TotalFreeSpace + room;
        return Run("mount", "-o", $"remount,size={size.ToString(CultureInfo.InvariantCulture)}", Folder);
    }

    private static async Task Limit(int server, string size)
    {
        var children = Directory.Exists($"/proc/{server}") ? await File.ReadAllTextAsync($"/proc/{server}/task/{server}/children") : "";
        foreach (var process in children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append($"{server}"))
        {
            await Run("prlimit", "--pid", process, $"--fsize={size}");
        }
    }

    private static async Task<bool> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
