using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>What a stored body consists of: each place in it with the kind of value there, sealed values opened with the tests' own key.</summary>
internal static class StoredShape
{
    public static IReadOnlySet<string> Of(IEnumerable<JsonNode?> bodies) => bodies.SelectMany(body => Places("$", body, Kind)).ToHashSet();

    /// <summary>As <see cref="Of"/>, with the words of choices (enums, kinds of a union), so that each of them can be asked for.</summary>
    public static IReadOnlySet<string> WithChoices(JsonNode? body) => Places("$", body, KindOrChoice).ToHashSet();

    /// <summary>The body with every envelope replaced by what lies in it, by the description of the envelope alone.</summary>
    public static JsonNode? Opened(JsonNode? node, SubjectKey key) => node switch
    {
        JsonObject envelope when envelope.ContainsKey("$subject") && envelope.ContainsKey("c") =>
            new JsonObject { ["$sealed"] = Opened(Open(envelope, key), key), ["$subject"] = envelope["$subject"]!.DeepClone() },
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Opened(member.Value, key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Opened(item, key))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Open(JsonObject envelope, SubjectKey key)
    {
        var cipher = Convert.FromBase64String((string)envelope["c"]!);
        var plain = new byte[cipher.Length - 16];
        using var aes = new AesGcm(key.Bytes, 16);
        aes.Decrypt(
            Convert.FromBase64String((string)envelope["n"]!), cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), plain,
            Guid.Parse((string)envelope["$subject"]!).ToByteArray(bigEndian: true));
        return JsonNode.Parse(plain);
    }

    private static IEnumerable<string> Places(string place, JsonNode? node, Func<JsonNode?, string> kind) => node switch
    {
        JsonObject members => members.SelectMany(member => Places($"{place}.{member.Key}", member.Value, kind)),
        JsonArray items => items.SelectMany(item => Places(place + "[]", item, kind)).Prepend($"{place}: list"),
        _ => [$"{place}: {kind(node)}"],
    };

    private static string KindOrChoice(JsonNode? node) =>
        Kind(node) is "text" && (string)node! is var text && !text.StartsWith("text-", StringComparison.Ordinal) ? $"'{text}'" : Kind(node);

    private static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "nothing",
        JsonValueKind.String => TextKind((string)node!),
        JsonValueKind.True or JsonValueKind.False => "truth",
        { } other => other.ToString().ToLowerInvariant(),
    };

    private static string TextKind(string text) => text switch
    {
        _ when Guid.TryParseExact(text, "D", out _) => "id",
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "date",
        _ when text.Length > 18 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) => "instant",
        _ => "text",
    };
}
