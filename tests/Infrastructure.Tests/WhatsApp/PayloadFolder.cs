using System.Text.Json;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

/// <summary>Webhook bodies with what a correct reader finds in each: a folder of one's choice, or the project's own.</summary>
internal static class PayloadFolder
{
    public static string Own => Path.Combine(AppContext.BaseDirectory, "WhatsApp", "Payloads");

    public static string Chosen => Environment.GetEnvironmentVariable("WHATSAPP_PAYLOADS") is { Length: > 0 } folder ? folder : Own;

    public static IReadOnlyList<Payload> Read(string folder)
    {
        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
        return [.. index.RootElement.GetProperty("payloads").EnumerateArray().Select(payload =>
        {
            var file = payload.GetProperty("file").GetString()!;
            return new Payload(file, File.ReadAllBytes(Path.Combine(folder, file)), payload.GetProperty("expected").Clone());
        })];
    }
}

internal sealed record Payload(string File, byte[] Body, JsonElement Expected);
