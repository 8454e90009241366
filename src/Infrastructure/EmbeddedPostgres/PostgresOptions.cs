namespace Lawyers.Hub.Infrastructure.EmbeddedPostgres;

/// <summary>Where the private cluster lies and how carefully it writes.</summary>
/// <param name="Folder">Everything of the cluster: data, log, port, passwords.</param>
/// <param name="Durable"><c>false</c> trades durability for speed: for tests only.</param>
public sealed record PostgresOptions(string Folder, bool Durable = true)
{
    internal IEnumerable<string> ServerSettings(int port) =>
    [
        $"port={port}",
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "timezone=UTC",
        "log_timezone=UTC",
        "lc_messages=C",
        "max_connections=300",
        "shared_buffers=256MB",
        "max_wal_size=2GB",
        "jit=off",

        // Plans made while tables were empty are made anew once their statistics are there: within seconds, not a minute.
        "autovacuum_naptime=5s",

        // A failing row or statement may hold privileged words: the log says what failed, not with which values.
        "log_error_verbosity=terse",
        "log_min_error_statement=panic",
        .. Durable ? Array.Empty<string>() : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "checkpoint_timeout=30min", "autovacuum_naptime=10min"],
    ];
}
