using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.EmbeddedPostgres;

/// <summary>The unprivileged user that the server runs as: PostgreSQL refuses to run as root.</summary>
internal sealed record ServerAccount(string Name, string UserId, string GroupId)
{
    /// <summary><c>null</c> where this process is unprivileged itself.</summary>
    public static ServerAccount? Needed()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToLookup(fields => fields[0]);
        var found = accounts["postgres"].Concat(accounts["nobody"]).FirstOrDefault()
            ?? throw new EmbeddedPostgresException("The database server must not run as root, and there is neither a user postgres nor nobody to run it as.");
        return new(found[0], found[2], found[3]);
    }

    public IReadOnlyList<string> Prefix => ["setpriv", $"--reuid={UserId}", $"--regid={GroupId}", "--clear-groups"];

    /// <summary>Gives the folder to this user and makes every folder above it passable (search only, nothing listed).</summary>
    public async Task TakeOver(string folder, ILogger logger, CancellationToken cancellationToken)
    {
        var chown = await ShellCommand.Run(["chown", $"{UserId}:{GroupId}", folder], cancellationToken);
        if (!chown.Succeeded)
        {
            throw new EmbeddedPostgresException($"The folder {folder} cannot be given to the user {Name}: {chown.Output}");
        }

        for (var above = Directory.GetParent(folder); above is not null && !await CanPass(folder, cancellationToken); above = above.Parent)
        {
            var mode = File.GetUnixFileMode(above.FullName);
            if (!mode.HasFlag(UnixFileMode.OtherExecute))
            {
                File.SetUnixFileMode(above.FullName, mode | UnixFileMode.OtherExecute);
                logger.LogInformation("Made {Folder} passable, for the user {Account} that the database server runs as", above.FullName, Name);
            }
        }

        if (!await CanPass(folder, cancellationToken))
        {
            throw new EmbeddedPostgresException(
                $"The user {Name}, which the database server runs as, cannot reach {folder}: set Hub__DataDirectory to a folder that it can pass to.");
        }
    }

    private async Task<bool> CanPass(string folder, CancellationToken cancellationToken) =>
        (await ShellCommand.Run([.. Prefix, "test", "-w", folder], cancellationToken)).Succeeded;
}
