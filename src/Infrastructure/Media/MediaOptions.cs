using Microsoft.Extensions.Configuration;

namespace Lawyers.Hub.Infrastructure.Media;

/// <summary>Where files lie and who looks at them.</summary>
/// <param name="Folder">Of the store <c>file</c>.</param>
/// <param name="Scanner"><c>clamd</c>, or <c>none</c> in the demo.</param>
public sealed record MediaOptions(string Folder, string Scanner, string ClamdHost, int ClamdPort)
{
    /// <exception cref="InvalidOperationException">A store or scanner that is not there, or no scanner outside the demo.</exception>
    public static MediaOptions From(IConfiguration configuration, bool isDemo)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Media");
        var store = section["Store"] ?? "file";
        var scanner = section["Scanner"] ?? (isDemo ? "none" : "clamd");
        if (store != "file")
        {
            throw new InvalidOperationException($"Media__Store is {store}; this hub knows file.");
        }

        if (scanner != "clamd" && !(scanner == "none" && isDemo))
        {
            throw new InvalidOperationException($"Media__Scanner is {scanner}; it is clamd, and only the demo may do without a scanner (none).");
        }

        var data = configuration["Hub:DataDirectory"] ?? Path.Combine("artifacts", "data");
        return new(
            Path.GetFullPath(Path.Combine(data, "media")), scanner, section["Clamd:Host"] ?? "127.0.0.1", section.GetValue("Clamd:Port", 3310));
    }
}
