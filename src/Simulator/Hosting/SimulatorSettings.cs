using System.Globalization;

namespace Lawyers.Hub.Simulator.Hosting;

/// <param name="PairBurst">How many messages may go to one client at once, 45 on the real platform; 0: as many as one likes.</param>
/// <param name="ReadAfter">How long after delivery an unattended phone reads a message; null: only when its page is open.</param>
internal sealed record SimulatorSettings(
    string Urls,
    Uri HubUrl,
    string? DataDirectory,
    string? Credentials,
    TimeSpan DeliverAfter,
    TimeSpan? ReadAfter,
    TimeSpan ReviewAfter,
    int PairBurst)
{
    public static SimulatorSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Simulator");
        return new SimulatorSettings(
            NotEmpty(section["Urls"]) ?? "http://127.0.0.1:5081",
            ReadUrl(NotEmpty(section["HubUrl"]) ?? "http://127.0.0.1:5080"),
            NotEmpty(section["DataDirectory"]),
            NotEmpty(section["Credentials"]),
            ReadDelay(section, "DeliverAfter", 300),
            string.Equals(section["ReadAfter"], "never", StringComparison.OrdinalIgnoreCase) ? null : ReadDelay(section, "ReadAfter", 700),
            ReadDelay(section, "ReviewAfter", 1000),
            ReadCount(section, "PairBurst"));
    }

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static Uri ReadUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")
            ? url
            : throw new StartupProblem($"Simulator:HubUrl is '{value}'; it must be an http or https address.");

    private static int ReadCount(IConfigurationSection section, string key) => NotEmpty(section[key]) switch
    {
        null => 0,
        { } value when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        { } value => throw new StartupProblem($"Simulator:{key} is '{value}'; it must be a whole number, 0 for no limit."),
    };

    /// <summary>Milliseconds, or a time span such as 00:00:00.300.</summary>
    private static TimeSpan ReadDelay(IConfigurationSection section, string key, int defaultMilliseconds)
    {
        var value = NotEmpty(section[key]);
        if (value is null)
        {
            return TimeSpan.FromMilliseconds(defaultMilliseconds);
        }
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }
        return TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero
            ? span
            : throw new StartupProblem($"Simulator:{key} is '{value}'; it must be milliseconds or a time span such as 00:00:00.300.");
    }
}
