using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tests.EmbeddedPostgres;

public sealed class PostgresClusterTests : IAsyncLifetime
{
    // Closed to everybody else, as a folder made by mktemp -d is.
    private readonly DirectoryInfo _private = Directory.CreateTempSubdirectory("hub-cluster-");

    private string Folder => Path.Combine(_private.FullName, "postgres");

    private string Data => Path.Combine(Folder, "data");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        var folder = new ClusterFolder(Folder);
        if (Directory.Exists(Data) && folder.PortOfRunningServer() is not null)
        {
            await Signal("KILL");
        }

        _private.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_clean_stop_and_the_same_port_too()
    {
        DatabaseConnections first;
        await using (var cluster = await Start())
        {
            first = await cluster.Database("hub", CancellationToken.None);
            await Execute(first.Owner, "create table kept (id int); insert into kept values (7)");
        }

        File.Exists(Path.Combine(Data, "postmaster.pid")).Should().BeFalse();
        await using var again = await Start();
        var second = await again.Database("hub", CancellationToken.None);
        (await Execute(second.Owner, "select id from kept")).Should().Be(7);
        second.Should().Be(first);
    }

    [Fact]
    public async Task The_server_listens_on_loopback_only_asks_for_a_password_and_writes_durably()
    {
        await using var cluster = await Start();
        var connections = await cluster.Database("hub", CancellationToken.None);

        (await Execute(connections.Runtime, "show listen_addresses")).Should().Be("127.0.0.1");
        (await Execute(cluster.SuperuserConnectionString("hub"), "show unix_socket_directories")).Should().Be("");
        (await Execute(connections.Runtime, "select string_agg(setting, ',') from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')"))
            .Should().Be("on,on,on");
        (await Execute(connections.Runtime, "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")).Should().Be(false);
        var guessing = () => Execute(new NpgsqlConnectionStringBuilder(connections.Runtime) { Password = "guess" }.ConnectionString, "select 1");
        (await guessing.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InvalidPassword);
        File.GetUnixFileMode(Path.Combine(Folder, "passwords.json")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_server_has_a_session_of_its_own_so_that_the_terminals_interrupt_does_not_reach_it()
    {
        await using var cluster = await Start();

        var status = await File.ReadAllTextAsync($"/proc/{Pid()}/stat");
        status[(status.LastIndexOf(')') + 2)..].Split(' ')[3].Should().Be(Pid(), "field 6 is the session");
    }

    [Fact]
    public async Task A_killed_server_recovers_what_was_committed()
    {
        var cluster = await Start();
        var connections = await cluster.Database("hub", CancellationToken.None);
        await Execute(connections.Owner, "create table kept (id int); insert into kept values (7)");
        await Signal("KILL");
        await cluster.DisposeAsync();

        File.Exists(Path.Combine(Data, "postmaster.pid")).Should().BeTrue();
        await using var again = await Start();
        (await Execute((await again.Database("hub", CancellationToken.None)).Owner, "select id from kept")).Should().Be(7);
    }

    [Fact]
    public async Task A_server_that_a_killed_hub_left_running_is_adopted()
    {
        await using (await Start())
        {
        }

        var account = ServerAccount.Needed();
        var left = new ClusterServer(new ClusterFolder(Folder), PostgresBinaries.Find(null), account, NullLogger.Instance);
        await left.Start(new PostgresOptions(Folder), CancellationToken.None);
        var pid = Pid();

        await using var cluster = await Start();

        Pid().Should().Be(pid);
        (await Execute((await cluster.Database("hub", CancellationToken.None)).Runtime, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_pid_file_that_names_somebody_elses_process_does_not_keep_the_server_from_starting()
    {
        await using (await Start())
        {
        }

        await File.WriteAllTextAsync(
            Path.Combine(Data, "postmaster.pid"), $"{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}\n{Data}\n0\n5432\n\n127.0.0.1\n");

        await using var cluster = await Start();
        (await Execute((await cluster.Database("hub", CancellationToken.None)).Runtime, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_taken_port_is_left_to_its_owner()
    {
        await using (await Start())
        {
        }

        var port = int.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "port")), CultureInfo.InvariantCulture);
        using var squatter = new TcpListener(IPAddress.Loopback, port);
        squatter.Start();

        await using var cluster = await Start();
        var connections = await cluster.Database("hub", CancellationToken.None);
        new NpgsqlConnectionStringBuilder(connections.Runtime).Port.Should().NotBe(port);
        (await Execute(connections.Runtime, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_second_hub_on_the_same_folder_is_told_so()
    {
        await using var first = await Start();

        var second = Start;
        (await second.Should().ThrowAsync<EmbeddedPostgresException>()).WithMessage($"Another hub is running on {Folder}*");
    }

    [Theory]
    [InlineData("PG_VERSION", null, "*is damaged (PG_VERSION is missing)*")]
    [InlineData("global/pg_control", "", "*does not start*could not read file*pg_control*")]
    [InlineData("global/pg_control", "this is no control file", "*does not start*")]
    [InlineData("global/1262", "", "*")]
    public async Task A_damaged_data_folder_is_one_clear_sentence(string file, string? content, string message)
    {
        ArgumentNullException.ThrowIfNull(file);
        await using (await Start())
        {
        }

        File.Delete(Path.Combine(Data, file));
        if (content is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(Data, file), content);
            await Process.Start("chown", ["--reference", Data, Path.Combine(Data, file)]).WaitForExitAsync();
        }

        var starting = Start;
        var failure = await starting.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage(message);
        failure.Which.Message.Should().NotContain("\n").And.Contain(Folder);
    }

    [Fact]
    public async Task An_initialisation_that_was_killed_halfway_is_begun_again()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "data.new", "base"));

        await using var cluster = await Start();
        (await Execute((await cluster.Database("hub", CancellationToken.None)).Runtime, "select 1")).Should().Be(1);
    }

    private Task<PostgresCluster> Start() => PostgresCluster.Start(new PostgresOptions(Folder), NullLogger.Instance, CancellationToken.None);

    private string Pid() => File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();

    private async Task Signal(string signal)
    {
        var pid = Pid();
        using var kill = Process.Start("kill", ["-s", signal, pid]);
        await kill.WaitForExitAsync();
        await Testing.Eventually.Is(() => !Directory.Exists($"/proc/{pid}") || IsZombie(pid), "the process is gone");
    }

    private static bool IsZombie(string pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static async Task<object?> Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the test's own statements
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
