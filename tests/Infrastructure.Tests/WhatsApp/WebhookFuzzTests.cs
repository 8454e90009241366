using System.Text;
using System.Text.Json;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

public sealed class WebhookFuzzTests
{
    private const int Rounds = 6000;
    private static readonly string[] Junk =
    [
        "null", "true", "0", "-1e400", "\"\"", "\"x\"", "[]", "{}", "[[]]", "99999999999999999999", @"""\ud83d""", @"""\u0000""", "{\"id\":{}}", "\"\\u0022\"",
    ];

    [Fact]
    public void Bytes_that_were_tampered_with_never_make_the_reader_throw()
    {
        var random = new Random(20261121);
        var bodies = PayloadFolder.Read(PayloadFolder.Own).Select(payload => payload.Body).ToArray();
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var body = (byte[])bodies[random.Next(bodies.Length)].Clone();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            if (TryParse(body) is { } json)
            {
                using (json)
                {
                    WebhookNormaliser.Normalise(json.RootElement);
                    read++;
                }
            }
        }

        read.Should().BeGreaterThan(Rounds / 20, "enough mutants must be JSON for this to say something");
    }

    [Fact]
    public void A_broken_item_never_costs_its_siblings()
    {
        var random = new Random(42);
        var items = PayloadFolder.Read(PayloadFolder.Own)
            .SelectMany(payload => Items(payload.Body)).ToArray();
        items.Should().HaveCountGreaterThan(20);
        for (var round = 0; round < Rounds; round++)
        {
            var mutant = Mutate(items[random.Next(items.Length)], random);
            var body = $$$"""
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1"},
                "messages":[{{{Valid("first")}}},{{{mutant}}},{{{Valid("last")}}}],"statuses":[{{{mutant}}},{"id":"wamid.status","status":"read","recipient_id":"62811"}]}}]}]}
                """;
            using var json = TryParse(Encoding.UTF8.GetBytes(body));
            if (json is null)
            {
                continue;
            }

            var change = WebhookNormaliser.Normalise(json.RootElement).Changes.Single();
            change.Messages.Select(message => message.Wamid).Should().Contain(["wamid.first", "wamid.last"], body);
            change.Statuses.Select(status => status.Wamid).Should().Contain("wamid.status", body);
        }
    }

    private static string Valid(string name) =>
        $$$"""{"id":"wamid.{{{name}}}","from":"62811","timestamp":"1795250000","type":"text","text":{"body":"{{{name}}}"}}""";

    private static IEnumerable<string> Items(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return [.. json.RootElement.Items("entry").SelectMany(entry => entry.Items("changes")).Select(change => change.Object("value"))
            .Where(value => value is not null).SelectMany(value => value!.Value.Items("messages").Concat(value.Value.Items("statuses"))).Select(item => item.Raw())];
    }

    /// <summary>Puts junk in the place of some value of the item, as the writer of tomorrow's API might.</summary>
    private static string Mutate(string item, Random random)
    {
        var values = new List<(int Start, int End)>();
        var bytes = Encoding.UTF8.GetBytes(item);
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            {
                values.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed));
            }
        }

        if (values.Count == 0)
        {
            return Junk[random.Next(Junk.Length)];
        }

        var (start, end) = values[random.Next(values.Count)];
        return Encoding.UTF8.GetString(bytes, 0, start) + Junk[random.Next(Junk.Length)] + Encoding.UTF8.GetString(bytes, end, bytes.Length - end);
    }

    private static JsonDocument? TryParse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
