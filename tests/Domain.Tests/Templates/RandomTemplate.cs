using System.Globalization;
using System.Text.Json.Nodes;

namespace Lawyers.Hub.Domain.Tests.Templates;

/// <summary>A definition made up from a number, and a send that fills all of it.</summary>
internal sealed class RandomTemplate
{
    private static readonly string[] Media = ["image", "video", "document"];
    private readonly Random _random;
    private readonly bool _named;

    public RandomTemplate(int seed)
    {
        _random = new Random(seed);
        _named = _random.Next(2) == 0;
        var (definition, sent) = Parts(card: false);
        if (_random.Next(4) == 0)
        {
            var cards = Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Parts(card: true)).ToArray();
            definition.Add(new JsonObject { ["type"] = "CAROUSEL", ["cards"] = Each(cards, (card, _) => new JsonObject { ["components"] = card.Definition }) });
            sent.Add(new JsonObject
            {
                ["type"] = "carousel",
                ["cards"] = Each(cards, (card, index) => new JsonObject { ["card_index"] = index, ["components"] = card.Sent }),
            });
        }

        Definition = new JsonObject
        {
            ["name"] = "pesan",
            ["language"] = "id",
            ["status"] = "APPROVED",
            ["category"] = "UTILITY",
            ["parameter_format"] = _named ? "NAMED" : "POSITIONAL",
            ["components"] = definition,
        };
        Request = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["to"] = "+628120000001",
            ["type"] = "template",
            ["template"] = new JsonObject { ["name"] = "pesan", ["language"] = new JsonObject { ["code"] = "id" }, ["components"] = sent },
        };
    }

    public JsonObject Definition { get; }

    public JsonObject Request { get; }

    private (JsonArray Definition, JsonArray Sent) Parts(bool card)
    {
        var (definition, sent) = (new JsonArray(), new JsonArray());
        Header(definition, sent, _random.Next(card ? 1 : 4));
        Text("BODY", _random.Next(5), definition, sent);
        Buttons(_random.Next(4), definition, sent);
        return (definition, sent);
    }

    private void Header(JsonArray definition, JsonArray sent, int kind)
    {
        switch (kind)
        {
            case 0:
                var medium = Media[_random.Next(Media.Length)];
                definition.Add(new JsonObject { ["type"] = "HEADER", ["format"] = medium.ToUpperInvariant() });
                sent.Add(Component("header", new JsonArray(new JsonObject
                {
                    ["type"] = medium,
                    [medium] = _random.Next(2) == 0 ? new JsonObject { ["id"] = "7" } : new JsonObject { ["link"] = "https://a.id/b" },
                })));
                break;
            case 1:
                Text("HEADER", _random.Next(2), definition, sent);
                break;
            case 2:
                definition.Add(new JsonObject { ["type"] = "HEADER", ["format"] = "LOCATION" });
                sent.Add(Component("header", new JsonArray(new JsonObject
                {
                    ["type"] = "location",
                    ["location"] = new JsonObject { ["latitude"] = -6.2, ["longitude"] = "106.8", ["name"] = "Kantor", ["address"] = "Jakarta" },
                })));
                break;
            default:
                break;
        }
    }

    private void Text(string type, int variables, JsonArray definition, JsonArray sent)
    {
        var names = Enumerable.Range(1, variables).Select(number => _named ? $"nama_{number}" : number.ToString(CultureInfo.InvariantCulture)).ToArray();
        var component = new JsonObject { ["type"] = type, ["text"] = "Halo" + string.Concat(names.Select(name => $" {{{{{name}}}}} dan")) + "." };
        if (type == "HEADER")
        {
            component["format"] = "TEXT";
        }

        definition.Add(component);
        if (variables > 0)
        {
            sent.Add(Component(_random.Next(2) == 0 ? type : type.ToLowerInvariant(), Each(names, (name, _) => Value(name))));
        }
    }

    private JsonObject Value(string name)
    {
        var value = new JsonObject { ["type"] = "text", ["text"] = $"nilai {_random.Next(1000)}" };
        if (_named)
        {
            value["parameter_name"] = name;
        }

        return value;
    }

    private void Buttons(int count, JsonArray definition, JsonArray sent)
    {
        var buttons = new JsonArray();
        for (var index = 0; index < count; index++)
        {
            JsonNode place = _random.Next(2) == 0 ? index : index.ToString(CultureInfo.InvariantCulture);
            switch (_random.Next(4))
            {
                case 0:
                    buttons.Add(new JsonObject { ["type"] = "QUICK_REPLY", ["text"] = $"Ya {index}" });
                    break;
                case 1:
                    buttons.Add(new JsonObject { ["type"] = "URL", ["text"] = "Buka", ["url"] = "https://a.id/{{1}}" });
                    sent.Add(Button("url", place, new JsonObject { ["type"] = "text", ["text"] = "x" }));
                    break;
                case 2:
                    buttons.Add(new JsonObject { ["type"] = "COPY_CODE", ["text"] = "Salin" });
                    sent.Add(Button("COPY_CODE", place, new JsonObject { ["type"] = "coupon_code", ["coupon_code"] = "A1" }));
                    break;
                default:
                    buttons.Add(new JsonObject { ["type"] = "URL", ["text"] = "Kantor", ["url"] = "https://a.id" });
                    break;
            }
        }

        if (count > 0)
        {
            definition.Add(new JsonObject { ["type"] = "BUTTONS", ["buttons"] = buttons });
        }
    }

    private static JsonObject Component(string type, JsonArray parameters) => new() { ["type"] = type, ["parameters"] = parameters };

    private static JsonObject Button(string kind, JsonNode index, JsonObject value) =>
        new() { ["type"] = "button", ["sub_type"] = kind, ["index"] = index, ["parameters"] = new JsonArray(value) };

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, int, JsonObject> write) => new([.. items.Select(write)]);
}
