using System.Text.Json;
using Lawyers.Hub.Application.Conversations;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What a message names beside its words, as pairs of name and value: enough for a person to read, whatever Meta adds to the form.</summary>
internal static class MessageFacts
{
    private const int Most = 100;

    /// <summary>Each shared contact with its numbers and addresses.</summary>
    public static IReadOnlyList<IncomingFact>? OfContacts(JsonElement contacts) => Some(
        contacts.ValueKind == JsonValueKind.Array ? contacts.EnumerateArray().Select(contact => new IncomingFact(
            contact.Object("name") is { } name ? name.Text("formatted_name") ?? name.Text("first_name") ?? string.Empty : string.Empty,
            string.Join(", ", contact.Items("phones").Select(phone => phone.Text("phone") ?? phone.Text("wa_id"))
                .Concat(contact.Items("emails").Select(email => email.Text("email"))).Where(way => way is not null)))) : []);

    /// <summary>Each line of an order: the product, how many, at what price.</summary>
    public static IReadOnlyList<IncomingFact>? OfOrder(JsonElement order) => Some(order.Items("product_items").Select(line => new IncomingFact(
        line.Text("product_retailer_id") ?? string.Empty,
        string.Join(' ', new[] { line.Text("quantity"), "×", line.Text("currency"), line.Text("item_price") }.Where(part => part is not null)))));

    /// <summary>Each answer of a flow. Its JSON comes as a string, and is not always JSON.</summary>
    public static IReadOnlyList<IncomingFact>? OfFlow(JsonElement reply)
    {
        if (reply.Text("response_json") is not { } written)
        {
            return null;
        }

        try
        {
            using var answers = JsonDocument.Parse(written);
            return answers.RootElement.ValueKind == JsonValueKind.Object
                ? Some(answers.RootElement.EnumerateObject().Select(Answer).OfType<IncomingFact>())
                : null;
        }
        catch (JsonException)
        {
            return null; // kept as it came, in the details
        }
    }

    private static IncomingFact? Answer(JsonProperty answer)
    {
        try
        {
            // The token is the flow's own, not the client's.
            return answer.Name == "flow_token" ? null : new(answer.Name, Value(answer.Value));
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair in a name or a value
        }
    }

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Replace("\0", string.Empty, StringComparison.Ordinal),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Value)),
        _ => value.Raw(),
    };

    private static IncomingFact[]? Some(IEnumerable<IncomingFact> facts) =>
        facts.Where(fact => fact.Name.Length + fact.Value.Length > 0).Take(Most).ToArray() is { Length: > 0 } some ? some : null;
}
