using System.Globalization;

namespace Lawyers.Hub.Infrastructure.EmbeddedPostgres;

/// <summary>The folder with <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</summary>
internal sealed record PostgresBinaries(string Folder)
{
    private const string DebianRoot = "/usr/lib/postgresql";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>The binaries that <c>PG_BIN</c> names, those of the data's own version, or else the newest.</summary>
    public static PostgresBinaries Find(string? dataVersion)
    {
        if (Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } chosen)
        {
            return IsComplete(chosen)
                ? new(chosen)
                : throw new EmbeddedPostgresException($"PG_BIN names {chosen}, but initdb, pg_ctl and postgres are not there.");
        }

        var installed = Directory.Exists(DebianRoot)
            ? Directory.GetDirectories(DebianRoot).Where(folder => IsComplete(Path.Combine(folder, "bin"))).OrderByDescending(Version).ToArray()
            : [];
        if (dataVersion is not null)
        {
            return installed.FirstOrDefault(folder => Path.GetFileName(folder) == dataVersion) is { } match
                ? new(Path.Combine(match, "bin"))
                : throw new EmbeddedPostgresException(
                    $"The data was made by PostgreSQL {dataVersion}, which is not installed: apt-get install postgresql-{dataVersion}, or set PG_BIN to its bin folder.");
        }

        return installed.Length > 0
            ? new(Path.Combine(installed[0], "bin"))
            : throw new EmbeddedPostgresException(
                "PostgreSQL's server programs were not found: apt-get install postgresql postgresql-contrib, or set PG_BIN to the folder that holds initdb.");
    }

    private static bool IsComplete(string folder) =>
        Programs.All(program => File.Exists(Path.Combine(folder, program)));

    private static decimal Version(string folder) =>
        decimal.TryParse(Path.GetFileName(folder), NumberStyles.Number, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
