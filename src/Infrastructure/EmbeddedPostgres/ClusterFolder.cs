using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lawyers.Hub.Infrastructure.EmbeddedPostgres;

/// <summary>The files of one private cluster.</summary>
internal sealed class ClusterFolder(string root)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Root { get; } = Path.GetFullPath(root);

    public string Data => Path.Combine(Root, "data");

    public string Log => Path.Combine(Root, "postgres.log");

    private string Passwords => Path.Combine(Root, "passwords.json");

    private string Port => Path.Combine(Root, "port");

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    public bool HasData => Directory.Exists(Data);

    public string? DataVersion()
    {
        if (!HasData)
        {
            return null;
        }

        var file = Path.Combine(Data, "PG_VERSION");
        return File.Exists(file)
            ? File.ReadAllText(file).Trim()
            : throw new EmbeddedPostgresException(
                $"The database folder {Data} is damaged (PG_VERSION is missing): restore it from a backup, or move it away to start with an empty one.");
    }

    public void Create()
    {
        try
        {
            Directory.CreateDirectory(Root);
            File.SetUnixFileMode(Root, OwnerOnly | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The database folder {Root} cannot be made: {e.Message}", e);
        }
    }

    /// <summary>Held as long as this process uses the cluster: a second hub on the same folder is told, not served.</summary>
    public FileStream Lock()
    {
        try
        {
            return new FileStream(Path.Combine(Root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new EmbeddedPostgresException($"Another hub is running on {Root}: stop it, or set Hub__DataDirectory to a folder of its own.", e);
        }
    }

    public ClusterPasswords ReadOrMakePasswords()
    {
        if (File.Exists(Passwords))
        {
            return ReadPasswords() ?? throw new EmbeddedPostgresException(
                $"The password file {Passwords} is damaged: restore it from the backup that the data came from.");
        }

        if (HasData)
        {
            throw new EmbeddedPostgresException($"The password file {Passwords} is missing: restore it from the backup that the data came from.");
        }

        var made = new ClusterPasswords(Random(), Random(), Random());
        WriteOwnerOnly(Passwords, JsonSerializer.Serialize(made));
        return made;
    }

    public string WritePasswordForInitialisation(string password)
    {
        var file = Path.Combine(Root, "initdb.password");
        WriteOwnerOnly(file, password);
        return file;
    }

    /// <summary>The remembered port if it is free, else any free one.</summary>
    public int ChoosePort()
    {
        if (File.Exists(Port) && int.TryParse(File.ReadAllText(Port), CultureInfo.InvariantCulture, out var remembered) && IsFree(remembered))
        {
            return remembered;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        RememberPort(port);
        return port;
    }

    public void RememberPort(int port) => File.WriteAllText(Port, port.ToString(CultureInfo.InvariantCulture));

    public void ForgetPort() => File.Delete(Port);

    /// <summary>The port of a server that a killed hub left running on this folder.</summary>
    public int? PortOfRunningServer()
    {
        if (!File.Exists(PidFile))
        {
            return null;
        }

        var lines = File.ReadAllLines(PidFile);
        if (lines.Length < 4 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid))
        {
            return null;
        }

        var commandLine = $"/proc/{pid}/cmdline";
        if (!File.Exists(commandLine))
        {
            return null; // the server itself clears what a dead one left behind
        }

        if (!File.ReadAllText(commandLine).Contains(Data, StringComparison.Ordinal))
        {
            File.Delete(PidFile); // the number now belongs to another program, which the server would take for its predecessor
            return null;
        }

        return int.Parse(lines[3], CultureInfo.InvariantCulture);
    }

    private ClusterPasswords? ReadPasswords()
    {
        try
        {
            return JsonSerializer.Deserialize<ClusterPasswords>(File.ReadAllText(Passwords)) is { Superuser: not null, Owner: not null, Runtime: not null } read
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null; // said by the caller, without a word of what stands there
        }
    }

    private static void WriteOwnerOnly(string file, string text)
    {
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        });
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>Made at random once per installation.</summary>
internal sealed record ClusterPasswords(string Superuser, string Owner, string Runtime)
{
    public override string ToString() => "***";
}
