using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Serialization;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>What <c>docs/events</c> says, made of the types, their comments and the event catalogue.</summary>
internal sealed partial class EventDocuments(EventCatalog catalog)
{
    private const string Heading =
        """
        # Events

        Every event of the hub as it lies in `mt_events.data`, one JSON Schema (2020-12) each, made of the code. Who, when, why and because of
        what stand beside the body in columns of their own: see [the audit format](../audit-format.md). Two keywords are ours: `x-sealed` is the
        schema of what lies within an envelope under the client's key, `x-pseudonym` marks what stands for a client without naming one.

        A stored event is never edited. A new shape gets a new name (`_v2`) and an upcaster from the old one; `tests/Infrastructure.Tests/EventStore/Samples`
        holds bodies of every name, and a test reads them all. After a change of an event, from the repository's folder:

            HUB_WRITE_CONTRACT=1 dotnet test tests/Infrastructure.Tests --filter "EventDocumentTests|EventSampleTests"
            HUB_WRITE_CONTRACT=1 dotnet test tests/Web.Tests --filter DashboardContractTests # the names alone, for the dashboard

        Sealed is what only the client's key opens; pseudonymous is what stands for the client in clear.

        """;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, XElement> _comments = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, typeof(IDomainEvent).Assembly.GetName().Name + ".xml"))
        .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);

    /// <summary>File name to text.</summary>
    public IReadOnlyDictionary<string, string> All()
    {
        var documents = catalog.Types.ToDictionary(type => catalog.NameOf(type) + ".schema.json", type => SchemaOf(type).ToJsonString(Layout) + "\n");
        documents.Add("README.md", Index());
        return documents;
    }

    /// <summary>One sentence or two from the comment of the type; empty where it has none.</summary>
    public string MeaningOf(Type type) => Comment(type)?.Element("summary") is { } summary ? Text(summary) : "";

    private string Index()
    {
        var text = new StringBuilder(Heading);
        foreach (var room in catalog.Types.GroupBy(Room).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {room.Key}\n\n| event | version | meaning | sealed | pseudonymous |\n| --- | --- | --- | --- | --- |\n");
            foreach (var type in room.OrderBy(catalog.NameOf, StringComparer.Ordinal))
            {
                var (name, schema) = (catalog.NameOf(type), SchemaOf(type));
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| [{name}]({name}.schema.json) | {Version(name)} | {MeaningOf(type)} | {Marked(schema, StoredSchema.SealedKeyword)} | {Marked(schema, StoredSchema.PseudonymKeyword)} |\n");
            }
        }

        return text.ToString();
    }

    private JsonObject SchemaOf(Type type)
    {
        var schema = StoredSchema.Of(type).AsObject();
        var described = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = catalog.NameOf(type),
            ["description"] = MeaningOf(type),
        };
        foreach (var (keyword, value) in schema)
        {
            described[keyword] = value?.DeepClone();
        }

        foreach (var parameter in Hierarchy(type).Reverse().SelectMany(level => Comment(level)?.Elements("param") ?? []))
        {
            if (described["properties"]?[(string)parameter.Attribute("name")!] is JsonObject property)
            {
                property["description"] = $"{Text(parameter)} {property["description"]}".TrimEnd();
            }
        }

        return described;
    }

    private static IEnumerable<Type> Hierarchy(Type type)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            yield return level;
        }
    }

    private XElement? Comment(Type type) => _comments.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}");

    private static string Text(XElement comment) => Blanks().Replace(
        string.Concat(comment.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } reference => Referenced(reference),
            XElement other => other.Value,
            _ => "",
        })),
        " ").Trim();

    private static string Referenced(XElement reference) =>
        ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? reference.Value).Split(':', '.')[^1];

    private static string Room(Type type) => type.Namespace!.Split("Domain.")[^1].Replace('.', '/');

    private static int Version(string name) =>
        VersionSuffix().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1;

    private static string Marked(JsonNode schema, string keyword) =>
        string.Join(", ", Places("", schema, keyword).Distinct().Order(StringComparer.Ordinal).Select(place => $"`{place}`"));

    private static IEnumerable<string> Places(string place, JsonNode? schema, string keyword)
    {
        if (schema is not JsonObject members)
        {
            return [];
        }

        if (members.ContainsKey(keyword))
        {
            return [place];
        }

        // What an envelope shows by itself is its subject, which every envelope does.
        var within = members.ContainsKey(StoredSchema.SealedKeyword) ? [] : members["properties"]?.AsObject() ?? [];
        return within.SelectMany(member => Places(place.Length == 0 ? member.Key : $"{place}.{member.Key}", member.Value, keyword))
            .Concat(Places(place + "[]", members["items"], keyword))
            .Concat(members["anyOf"]?.AsArray().SelectMany(either => Places(place, either, keyword)) ?? []);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"_v(\d+)$")]
    private static partial Regex VersionSuffix();
}
