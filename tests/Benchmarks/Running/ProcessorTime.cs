using System.Globalization;
using Npgsql;

namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>What the hub and its database have taken from the processors so far.</summary>
internal sealed record ProcessorTime(TimeSpan Hub, TimeSpan Database)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10); // USER_HZ is 100 on every Linux that .NET runs on

    public static ProcessorTime operator -(ProcessorTime after, ProcessorTime before) => new(after.Hub - before.Hub, after.Database - before.Database);

    /// <param name="hub">The hub.</param>
    /// <param name="database">Any connection to its server: all of the server's processes are counted, whomever they serve.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    public static async Task<ProcessorTime> Of(HubProcess hub, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select pg_backend_pid()");
        var backend = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        var server = Stat(backend).Parent;
        var ticks = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) ? process : 0)
            .Where(process => process > 0)
            .Select(process => (Process: process, Stat: Stat(process)))
            .Sum(process => process.Process == server ? process.Stat.Own + process.Stat.OfEnded : process.Stat.Parent == server ? process.Stat.Own : 0);
        return new(hub.ProcessorTime, ticks * Tick);
    }

    /// <summary>From <c>/proc/PID/stat</c>; zeros where the process has ended.</summary>
    private static (int Parent, long Own, long OfEnded) Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), Ticks(11) + Ticks(12), Ticks(13) + Ticks(14));

            long Ticks(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return default;
        }
    }
}
