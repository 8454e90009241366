using Microsoft.Extensions.Logging;

namespace Lawyers.Hub.Infrastructure.EmbeddedPostgres;

/// <summary>The server process on a <see cref="ClusterFolder"/>: made, started, adopted, stopped.</summary>
internal sealed class ClusterServer(ClusterFolder folder, PostgresBinaries binaries, ServerAccount? account, ILogger logger)
{
    private static readonly TimeSpan LeftoversMayTake = TimeSpan.FromSeconds(15);

    /// <summary>Makes the cluster beside its final place and moves it there whole, so that a kill halfway leaves nothing that looks finished.</summary>
    public async Task Initialise(string superuserPassword, CancellationToken cancellationToken)
    {
        if (folder.HasData)
        {
            return;
        }

        var halfway = folder.Data + ".new";
        if (Directory.Exists(halfway))
        {
            Directory.Delete(halfway, recursive: true);
        }

        var passwordFile = folder.WritePasswordForInitialisation(superuserPassword);
        try
        {
            if (account is not null)
            {
                await ShellCommand.Run(["chown", account.UserId, passwordFile], cancellationToken);
            }

            var made = await Run(
                [
                    binaries["initdb"], "--pgdata", halfway, "--username=postgres", $"--pwfile={passwordFile}", "--auth=scram-sha-256",
                    "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions",
                ],
                cancellationToken);
            if (!made.Succeeded)
            {
                throw new EmbeddedPostgresException($"The database in {folder.Root} could not be made: {LastLine(made.Output)}");
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(halfway, folder.Data);
        logger.LogInformation("Made a database cluster in {Folder}", folder.Root);
    }

    /// <summary>Starts the server, or adopts the one that a killed hub left running. The answer is its port.</summary>
    public async Task<int> Start(PostgresOptions options, CancellationToken cancellationToken)
    {
        if (folder.PortOfRunningServer() is { } running)
        {
            logger.LogInformation("Adopted the database server that still runs on port {Port}", running);
            folder.RememberPort(running);
            return running;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(LeftoversMayTake);
        while (true)
        {
            var port = folder.ChoosePort();
            var logged = File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;
            var settings = string.Join(' ', options.ServerSettings(port).Select(setting => $"-c {setting}"));
            var started = await Run(
                [binaries["pg_ctl"], "--pgdata", folder.Data, "--wait", "--timeout=120", "--silent", "--log", folder.Log, "--options", settings, "start"],
                cancellationToken);
            if (started.Succeeded)
            {
                logger.LogInformation("The database server listens on 127.0.0.1:{Port}", port);
                return port;
            }

            var said = LoggedSince(logged);
            if (said.Contains("Address already in use", StringComparison.Ordinal))
            {
                folder.ForgetPort();
            }
            else if (!said.Contains("still in use", StringComparison.Ordinal) || deadline.IsCancellationRequested)
            {
                throw new EmbeddedPostgresException(
                    $"The database in {folder.Data} does not start ({Reason(said, started.Output)}): restore it from a backup, or move the folder away to start with an empty one. Its log is {folder.Log}.");
            }
            else
            {
                // Processes of a killed server take a moment to notice and leave.
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    public async Task Stop(bool clean)
    {
        var stopped = clean && (await Run([binaries["pg_ctl"], "--pgdata", folder.Data, "--mode=fast", "--wait", "--timeout=8", "--silent", "stop"], CancellationToken.None)).Succeeded;
        if (!stopped)
        {
            await Run([binaries["pg_ctl"], "--pgdata", folder.Data, "--mode=immediate", "--wait", "--silent", "stop"], CancellationToken.None);
        }
    }

    private Task<ShellCommand> Run(IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        ShellCommand.Run([.. account?.Prefix ?? [], .. words], cancellationToken);

    private string LoggedSince(long position)
    {
        if (!File.Exists(folder.Log))
        {
            return "";
        }

        using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = position;
        return new StreamReader(log).ReadToEnd();
    }

    private static string Reason(string log, string output) =>
        log.Split('\n').FirstOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal))
            is { } line ? line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim() : LastLine(log.Length > 0 ? log : output);

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
