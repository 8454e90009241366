using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.EventStore;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Infrastructure.Serialization;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>
/// A folder of stored bodies, one file per stored name (and so per version), each with as many bodies as it takes to show every choice.
/// What lies in logs of years ago looks like these files, so a file is never edited: what can no longer read it is wrong.
/// </summary>
internal sealed class EventSamples(EventCatalog catalog, string folder)
{
    public const string HowToWrite = "HUB_WRITE_CONTRACT=1 dotnet test tests/Infrastructure.Tests --filter EventSampleTests";

    private const int Variants = 24;

    private static readonly DataSubjectId Client = new(new Guid("5a3c9d0e-71b4-4c55-9c1e-0d1f6a2b3c4d"));
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StoredJson _json = new(new OneKey());

    /// <summary>Samples of the names that have none yet; what is there stays as it is.</summary>
    public async Task WriteMissing()
    {
        foreach (var type in catalog.Types.Where(type => !File.Exists(FileOf(catalog.NameOf(type)))))
        {
            var bodies = new JsonArray([.. Telling(WrittenToday(type)).Select(body => body.DeepClone())]);
            await File.WriteAllTextAsync(FileOf(catalog.NameOf(type)), bodies.ToJsonString(Layout) + "\n");
        }
    }

    /// <summary>What is wrong between the samples and the code, each with what to do; empty when all is well.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. catalog.Names.Order(StringComparer.Ordinal).SelectMany(Faults),
        .. Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension).Except(catalog.Names).Select(name =>
            $"{name}: logs hold events of this name, and nothing reads them any more. If its class was renamed, add an upcaster from {name} to the new name."),
    ];

    /// <summary>
    /// The stored samples of some aggregate's events, as they are read today, and each with its yes and no turned round; those that begin a
    /// stream come first.
    /// </summary>
    public IEnumerable<object> Of(Type root) => catalog.Types.Where(type => type.IsAssignableTo(root)).Select(catalog.NameOf)
        .OrderBy(name => !name.EndsWith("_opened", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal)
        .SelectMany(name => JsonNode.Parse(File.ReadAllText(FileOf(name)))!.AsArray().SelectMany(body => new[] { body!, TurnedRound(body!) }).Select(body =>
        {
            var (type, current) = catalog.Read(name, body.ToJsonString());
            return _json.Read(current, type);
        }));

    private static JsonObject TurnedRound(JsonNode body) => new(body.AsObject().Select(member => KeyValuePair.Create(
        member.Key,
        member.Value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? !member.Value.GetValue<bool>() : member.Value?.DeepClone())));

    /// <summary>A state as it is kept, personal values under the samples' key.</summary>
    public string WriteSnapshot(object state, Type type) => _json.WriteSnapshot(state, type);

    private IEnumerable<string> Faults(string name)
    {
        if (!File.Exists(FileOf(name)))
        {
            return [
                catalog.IsWritten(name)
                    ? $"{name}: there is no sample of it. Write it with: {HowToWrite}"
                    : $"{name}: there is no sample of this older shape, and nothing writes it any more: take it out of the history of {folder}.",
            ];
        }

        var bodies = JsonNode.Parse(File.ReadAllText(FileOf(name)))!.AsArray();
        var unread = bodies.Select((body, i) => Unread(name, body!) is { } problem ? $"{name}, sample {i + 1}: {problem}" : null).OfType<string>().ToArray();
        return unread.Length > 0 || !catalog.IsWritten(name) ? unread : Drift(name, bodies);
    }

    private string? Unread(string name, JsonNode body)
    {
        try
        {
            var (type, current) = catalog.Read(name, body.ToJsonString());
            var again = JsonNode.Parse(_json.WriteEvent(_json.Read(current, type)));
            return JsonNode.DeepEquals(Open(JsonNode.Parse(current)), Open(again))
                ? null
                : $"it is read, but not all of it: {Canonical(current)} comes back as {Canonical(again!.ToJsonString())}. Add an upcaster that keeps it.";
        }
        catch (Exception e) when (e is JsonException or UnknownEventException or CryptographicException or InvalidOperationException or NotSupportedException)
        {
            return $"it cannot be read any more ({e.Message}). A stored event is never edited: add an upcaster.";
        }
    }

    private IEnumerable<string> Drift(string name, JsonArray bodies)
    {
        var type = catalog.Types.Single(type => catalog.NameOf(type) == name);
        var stored = StoredShape.Of(bodies.Select(Open));
        var today = StoredShape.Of(WrittenToday(type).Select(Open));
        return stored.SetEquals(today)
            ? []
            : [
                $"{name}: what is written today differs from its sample ({string.Join("; ", today.Except(stored).Select(place => "new " + place).Concat(stored.Except(today).Select(place => "gone " + place)))}). "
                + $"Give the new shape a name of its own: an upcaster in Upcasters.All from {name} to the next _v, then {HowToWrite}. "
                + "Only while no firm's log can hold the event: delete its sample and write it anew.",
            ];
    }

    private IEnumerable<JsonNode> WrittenToday(Type type) =>
        Enumerable.Range(0, Variants).Select(variant => JsonNode.Parse(_json.WriteEvent(new Sample(Client, variant).Of(type)))!);

    /// <summary>Those that show something which none before them did.</summary>
    private static IEnumerable<JsonNode> Telling(IEnumerable<JsonNode> bodies)
    {
        var shown = new HashSet<string>();
        foreach (var body in bodies)
        {
            var places = StoredShape.WithChoices(Open(body));
            if (shown.Count == 0 || !places.IsSubsetOf(shown))
            {
                shown.UnionWith(places);
                yield return body;
            }
        }
    }

    private string FileOf(string name) => Path.Combine(folder, name + ".json");

    private static JsonNode? Open(JsonNode? body) => StoredShape.Opened(body, OneKey.Key);

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(json));

    /// <summary>The key under which the samples' personal values are sealed. It seals nothing else.</summary>
    private sealed class OneKey : ISubjectKeyRing
    {
        public static readonly SubjectKey Key = new(SHA256.HashData("samples of stored events"u8), version: 1);

        public Task Ensure(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task EnsurePart(TenantId tenant, DataSubjectId part, DataSubjectId whole, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task Load(TenantId tenant, IReadOnlyCollection<DataSubjectId> subjects, CancellationToken cancellationToken) => Task.CompletedTask;

        public SubjectKey? Find(DataSubjectId subject) => Key;
    }
}
