using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>What a person reads of a message, whatever its type; empty when there is nothing to read.</summary>
internal static class ReadableText
{
    public static string Of(string type, JsonElement content)
    {
        var payload = content.At(type);
        return (type switch
        {
            "text" => payload?.TextAt("body"),
            "image" or "video" or "document" => payload?.TextAt("caption") ?? payload?.TextAt("filename"),
            "location" => payload?.TextAt("name"),
            "interactive" => payload?.ObjectAt("body")?.TextAt("text") ?? ReplyTitle(payload),
            "button" => payload?.TextAt("text"),
            "reaction" => payload?.TextAt("emoji"),
            "system" => payload?.TextAt("body"),
            _ => null,
        }) ?? "";
    }

    private static string? ReplyTitle(JsonElement? interactive)
    {
        var reply = interactive?.TextAt("type") is { } kind ? interactive.Value.ObjectAt(kind) : null;
        return reply?.TextAt("title") ?? reply?.TextAt("body");
    }
}
