using System.Text.Json.Nodes;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

public sealed class EventDocumentTests
{
    private static readonly string Folder = Repository.Path("docs", "events");

    private readonly EventCatalog _catalog = EventCatalog.OfDomain();

    [Fact]
    public async Task The_published_schemas_are_those_of_the_code()
    {
        var documents = new EventDocuments(_catalog).All();
        if (Repository.WritesDerived)
        {
            await Write(documents);
        }

        var published = Directory.EnumerateFiles(Folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        published.Keys.Should().BeEquivalentTo(documents.Keys, "docs/events/README.md says how to write them anew");
        published.Where(document => documents[document.Key] != document.Value).Select(document => document.Key)
            .Should().BeEmpty("docs/events/README.md says how to write them anew");
    }

    [Fact]
    public void Every_event_says_what_happened() =>
        _catalog.Types.Where(type => new EventDocuments(_catalog).MeaningOf(type).Length == 0).Should().BeEmpty("its <summary> is its meaning in docs/events");

    [Fact]
    public void A_schema_names_each_member_that_a_sample_holds_and_asks_for_no_other()
    {
        foreach (var type in _catalog.Types)
        {
            var schema = StoredSchema.Of(type);
            var sample = File.ReadAllText(Repository.Path("tests", "Infrastructure.Tests", "EventStore", "Samples", _catalog.NameOf(type) + ".json"));
            foreach (var body in JsonNode.Parse(sample)!.AsArray())
            {
                Misfits("$", schema, body).Should().BeEmpty(_catalog.NameOf(type));
            }
        }
    }

    [Fact]
    public void A_body_that_does_not_fit_its_schema_is_found() =>
        Misfits("$", StoredSchema.Of(typeof(LedgerOpened)), JsonNode.Parse("""{"By": "00000000-0000-0000-0000-000000000000", "Kind": "Escrow", "Ceiling": 1}"""))
            .Should().BeEquivalentTo("$.Ceiling is not in the schema", "$.Limit is missing");

    [Fact]
    public void What_is_sealed_and_what_stands_for_a_client_are_marked()
    {
        var schema = StoredSchema.Of(typeof(LedgerNamed));

        schema["properties"]!["Name"]![StoredSchema.SealedKeyword]!["type"]!.ToString().Should().Be("string");
        ((bool)schema["properties"]!["Index"]![StoredSchema.PseudonymKeyword]!).Should().BeTrue();
    }

    private static IEnumerable<string> Misfits(string place, JsonNode? schema, JsonNode? value)
    {
        if (schema?["anyOf"] is JsonArray either)
        {
            var misfits = either.Select(one => Misfits(place, one, value).Concat(Kind(place, one, value)).ToArray()).MinBy(found => found.Length)!;
            return misfits;
        }

        return (schema, value) switch
        {
            ({ } of, JsonObject members) when of["properties"] is JsonObject properties =>
                members.SelectMany(member => properties.ContainsKey(member.Key) ? Misfits($"{place}.{member.Key}", properties[member.Key], member.Value) : [$"{place}.{member.Key} is not in the schema"])
                    .Concat((of["required"]?.AsArray() ?? []).Where(name => !members.ContainsKey((string)name!)).Select(name => $"{place}.{name} is missing")),
            ({ } of, JsonArray items) when of["items"] is { } item => items.SelectMany(value => Misfits(place + "[]", item, value)),
            _ => [],
        };
    }

    private static IEnumerable<string> Kind(string place, JsonNode? schema, JsonNode? value) =>
        schema?["properties"]?["kind"]?["const"] is { } kind && kind.ToString() != value?["kind"]?.ToString() ? [$"{place} is not {kind}"] : [];

    private static async Task Write(IReadOnlyDictionary<string, string> documents)
    {
        Directory.CreateDirectory(Folder);
        foreach (var gone in Directory.EnumerateFiles(Folder).Where(file => !documents.ContainsKey(Path.GetFileName(file))))
        {
            File.Delete(gone);
        }

        foreach (var (name, text) in documents)
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, name), text);
        }
    }
}
