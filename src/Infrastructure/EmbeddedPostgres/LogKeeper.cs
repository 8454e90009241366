namespace Lawyers.Hub.Infrastructure.EmbeddedPostgres;

/// <summary>Event triggers that keep the owner of the tables from what the log has taken; only a superuser can set them up.</summary>
internal static class LogKeeper
{
    public const string EventTrigger = "keep_the_log_after_command";

    public static string Sql { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(LogKeeper).Assembly.GetManifestResourceStream("keep-the-log.sql")!);
        return reader.ReadToEnd();
    }
}
