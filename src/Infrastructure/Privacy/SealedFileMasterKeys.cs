using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Lawyers.Hub.Infrastructure.Privacy;

/// <summary>The master key in a file that only the hub's own user may read, made at the first start. Backups of the database do not hold it.</summary>
public sealed class SealedFileMasterKeys(string path) : IMasterKeys
{
    private const string Heading = "lawyers-hub master key 1 ";
    private const int KeySize = 32;

    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(path));

    public Task<byte[]> Wrap(ReadOnlyMemory<byte> key, string context, CancellationToken cancellationToken) =>
        Task.FromResult(SealedBox.Seal(_key.Value, 1, key.Span, Encoding.UTF8.GetBytes(context)));

    public Task<byte[]> Unwrap(ReadOnlyMemory<byte> wrapped, string context, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(SealedBox.Open(_key.Value, wrapped.Span, Encoding.UTF8.GetBytes(context)));
        }
        catch (CryptographicException exception)
        {
            throw new KeyRingException($"The master key in {path} does not open the firm's keys: it belongs to another installation, or was replaced.", exception);
        }
    }

    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Make(path);
        }

        var text = File.ReadAllText(path).Trim();
        var key = new byte[KeySize];
        return text.StartsWith(Heading, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Heading.Length..], key, out var length) && length == KeySize
                ? key
                : throw new KeyRingException($"The file {path} holds no master key. Put the right one back; a new one cannot open what is stored.");
    }

    private static void Make(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var draft = Path.Combine(folder, $".{Path.GetRandomFileName()}");
        using (var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(Encoding.ASCII.GetBytes($"{Heading}{Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeySize))}\n"));
            file.Flush(flushToDisk: true);
        }

        // Never over an existing key: of two processes that start together, the first one's stays. File.Move looks first and then renames,
        // which lets the second one win in between; link(2) refuses in one step.
        if (Link(Encoding.UTF8.GetBytes($"{draft}\0"), Encoding.UTF8.GetBytes($"{path}\0")) != 0 && !File.Exists(path))
        {
            var reason = Marshal.GetLastPInvokeErrorMessage();
            File.Delete(draft);
            throw new KeyRingException($"The master key cannot be put at {path}: {reason}.");
        }

        File.Delete(draft);
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] existing, byte[] name);
}
