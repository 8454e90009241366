using Lawyers.Hub.Simulator.Graph;

namespace Lawyers.Hub.Simulator.Media;

/// <summary>Which files a business may upload, and how large they may be.</summary>
internal static class MediaRules
{
    private const long Megabyte = 1024 * 1024;

    private static readonly Dictionary<string, long> Largest = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpeg"] = 5 * Megabyte,
        ["image/png"] = 5 * Megabyte,
        ["video/mp4"] = 16 * Megabyte,
        ["video/3gpp"] = 16 * Megabyte,
        ["audio/aac"] = 16 * Megabyte,
        ["audio/amr"] = 16 * Megabyte,
        ["audio/mpeg"] = 16 * Megabyte,
        ["audio/mp4"] = 16 * Megabyte,
        ["audio/ogg"] = 16 * Megabyte,
        ["text/plain"] = 100 * Megabyte,
        ["application/pdf"] = 100 * Megabyte,
        ["application/msword"] = 100 * Megabyte,
        ["application/vnd.ms-excel"] = 100 * Megabyte,
        ["application/vnd.ms-powerpoint"] = 100 * Megabyte,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = 100 * Megabyte,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = 100 * Megabyte,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = 100 * Megabyte,
        ["image/webp"] = Megabyte / 2,
    };

    public static GraphError? Problem(string mimeType, long size) => Largest.TryGetValue(mimeType.Split(';')[0].Trim(), out var most) switch
    {
        false => GraphError.Unsupported("Param file must be a file with one of the supported types."),
        true when size > most => new GraphError(131053, $"The file is larger than the {most} bytes allowed for {mimeType}."),
        true when size == 0 => new GraphError(131053, "The file is empty."),
        _ => null,
    };
}
