using System.Text;
using System.Text.Json;

namespace Lawyers.Hub.Testing;

/// <summary>
/// Deliveries as no correct sender makes them, out of correct ones, the same for the same seed: bytes changed, cut or made up, and values,
/// members, items, changes and entries broken beside others that are whole.
/// </summary>
public sealed class WebhookMutants
{
    private static readonly string[] Junk =
    [
        "null", "true", "0", "-1", "1e400", "99999999999999999999", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[null]", "{\"id\":{}}", @"""\ud83d""",
        @"""\u0000""", @"""\u0022""", "\"62811\"", "\"ID.1\"", "\"1795250000\"", "253402300800000", "\"\\u202e\"", "{\"\\ud83d\":1}",
    ];

    private readonly Random _random;
    private readonly byte[][] _bodies;
    private readonly string[] _items;
    private readonly string[] _changes;

    /// <param name="bodies">Correct deliveries.</param>
    /// <param name="seed">Of everything that is chosen here.</param>
    public WebhookMutants(IEnumerable<byte[]> bodies, int seed)
    {
        _random = new Random(seed);
        _bodies = [.. bodies];
        _changes = [.. _bodies.SelectMany(Changes)];
        _items = [.. _changes.SelectMany(Items)];
    }

    /// <summary>A delivery that may be anything at all.</summary>
    public byte[] Anything() => _random.Next(10) switch
    {
        0 => Noise(),
        1 => Pick(_bodies)[..^1],
        2 => [.. Pick(_bodies), .. Noise()],
        3 or 4 => Encoding.UTF8.GetBytes(Broken(Encoding.UTF8.GetString(Pick(_bodies)))),
        5 => Encoding.UTF8.GetBytes(new string('[', _random.Next(1, 300)) + new string(']', _random.Next(1, 300))),
        _ => Tampered(),
    };

    /// <summary>A delivery in which something broken stands between messages and statuses that are whole; nothing where it is no JSON any more.</summary>
    /// <param name="phoneNumberId">Whose.</param>
    /// <param name="run">Part of the wamids of the whole ones, so that they differ from run to run.</param>
    /// <returns>The body, with the wamids of what is whole: two messages, then a status.</returns>
    public (byte[] Body, string First, string Last, string Status)? Between(string phoneNumberId, string run)
    {
        var (first, last, status) = ($"wamid.first.{run}", $"wamid.last.{run}", $"wamid.status.{run}");
        var (mutant, change) = (Broken(Pick(_items)), Broken(Pick(_changes)));
        var (before, after) = _random.Next(3) switch
        {
            0 => (change + ",", ""),
            1 => ("", "," + change),
            _ => ("", ""),
        };
        var entry = _random.Next(4) == 0 ? Pick(Junk) + "," : "";
        var body = Encoding.UTF8.GetBytes(
            $$$"""
            {"object":"whatsapp_business_account","entry":[{{{entry}}}{"id":"1","changes":[{{{before}}}{"field":"messages","value":{
            "metadata":{"phone_number_id":"{{{phoneNumberId}}}"},"messages":[{{{Whole(first)}}},{{{mutant}}},{{{Whole(last)}}}],
            "statuses":[{{{mutant}}},{"id":"{{{status}}}","status":"read","recipient_id":"62811"}]} }{{{after}}}]}]}
            """);
        return IsJson(body) ? (body, first, last, status) : null;
    }

    /// <summary>Whether a strict reader takes it for JSON at all.</summary>
    public static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Whole(string wamid) =>
        $$$"""{"id":"{{{wamid}}}","from":"62811","timestamp":"1795250000","type":"text","text":{"body":"whole"} }""";

    private static IEnumerable<string> Changes(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("entry", out var entries)
            ? [.. entries.EnumerateArray().SelectMany(entry => entry.GetProperty("changes").EnumerateArray()).Select(change => change.GetRawText())]
            : [];
    }

    private static IEnumerable<string> Items(string change)
    {
        using var json = JsonDocument.Parse(change);
        return json.RootElement.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object
            ? [.. value.EnumerateObject().Where(member => member.Name is "messages" or "statuses" && member.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(member => member.Value.EnumerateArray()).Select(item => item.GetRawText())]
            : [];
    }

    private T Pick<T>(T[] some) => some[_random.Next(some.Length)];

    private byte[] Noise()
    {
        var noise = new byte[_random.Next(1, 400)];
        _random.NextBytes(noise);
        return noise;
    }

    private byte[] Tampered()
    {
        var body = (byte[])Pick(_bodies).Clone();
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            body[_random.Next(body.Length)] = (byte)_random.Next(256);
        }

        return body;
    }

    /// <summary>Up to three values, names or places of another kind than they were.</summary>
    private string Broken(string json)
    {
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            json = BrokenOnce(json);
        }

        return json;
    }

    private string BrokenOnce(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var places = Places(bytes);
        if (places.Count == 0)
        {
            return Pick(Junk);
        }

        var (start, end, isName) = places[_random.Next(places.Count)];
        var inserted = isName ? Pick(["\"x\"", "\"id\"", "\"type\"", @"""\ud83d"""]) : Pick(Junk);
        return Encoding.UTF8.GetString(bytes, 0, start) + inserted + Encoding.UTF8.GetString(bytes, end, bytes.Length - end);
    }

    private static List<(int Start, int End, bool IsName)> Places(byte[] bytes)
    {
        var places = new List<(int Start, int End, bool IsName)>();
        var opened = new Stack<int>();
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        opened.Push((int)reader.TokenStartIndex);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        places.Add((opened.Pop(), (int)reader.BytesConsumed, false));
                        break;
                    case JsonTokenType.PropertyName:
                        // Up to the closing quote: the colon after it stays.
                        places.Add(((int)reader.TokenStartIndex, (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2, true));
                        break;
                    default:
                        places.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed, false));
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // Broken before: what was found until there can be broken again.
        }

        return places;
    }
}
