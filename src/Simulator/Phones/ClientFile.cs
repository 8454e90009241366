using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>A photo, recording or document that a client attaches.</summary>
/// <param name="Content">Its bytes; null when it is larger than WhatsApp passes on.</param>
internal sealed record ClientFile(string MimeType, byte[]? Content, string? Filename, string? Caption, bool Voice)
{
    /// <summary>Above this, the business only hears that there was a file.</summary>
    public const long Largest = 100L * 1024 * 1024;

    private const long DefaultSize = 1024;

    private static readonly (string MimeType, byte[] Beginning)[] Beginnings =
    [
        ("image/jpeg", [0xff, 0xd8, 0xff, 0xe0]),
        ("image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        ("image/webp", [.. "RIFF"u8]),
        ("application/pdf", [.. "%PDF-1.4\n"u8]),
        ("audio/ogg", [.. "OggS"u8]),
    ];

    public static (ClientFile? File, string? Problem) Read(string type, JsonElement source)
    {
        var mimeType = source.TextAt("mimeType") ?? source.TextAt("mime_type") ?? DefaultMimeType(type);
        var size = source.NumberAt("size") ?? DefaultSize;
        if (size is < 1 or > int.MaxValue)
        {
            return (null, "size must be at least 1.");
        }
        byte[]? content;
        if (source.TextAt("data") is { } data)
        {
            if (!TryDecode(data, out content))
            {
                return (null, "data must be base64.");
            }
        }
        else
        {
            content = size > Largest ? null : Filler(mimeType, (int)size);
        }
        var voice = type == "voice" || source.FlagAt("voice");
        return (new(mimeType, content?.LongLength > Largest ? null : content, source.TextAt("filename"), source.TextAt("caption"), voice), null);
    }

    private static string DefaultMimeType(string type) => type switch
    {
        "image" => "image/jpeg",
        "video" => "video/mp4",
        "audio" or "voice" => "audio/ogg; codecs=opus",
        "sticker" => "image/webp",
        _ => "application/pdf",
    };

    private static bool TryDecode(string data, out byte[]? content)
    {
        var buffer = new byte[(data.Length * 3L / 4) + 3];
        content = Convert.TryFromBase64String(data, buffer, out var length) && length > 0 ? buffer[..length] : null;
        return content is not null;
    }

    private static byte[] Filler(string mimeType, int size)
    {
        var content = new byte[size];
        content.AsSpan().Fill((byte)'.');
        var known = Beginnings.FirstOrDefault(candidate => mimeType.StartsWith(candidate.MimeType, StringComparison.Ordinal));
        var beginning = known.Beginning ?? [.. "data"u8];
        beginning.AsSpan(0, Math.Min(size, beginning.Length)).CopyTo(content);
        return content;
    }
}
