using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Infrastructure.Serialization;

namespace Lawyers.Hub.Infrastructure.Tests.EventStore;

/// <summary>
/// A folder with a file for each kept state and version: what it is made of, and each state that the stored samples of its events fold
/// into, one after another. A snapshot of years ago looks and was folded like that, so whatever differs must be of another version.
/// </summary>
/// <param name="samples">The stored samples of the events.</param>
/// <param name="folder">Where the files are.</param>
internal sealed class SnapshotShapes(EventSamples samples, string folder)
{
    public const string HowToWrite = "HUB_WRITE_CONTRACT=1 dotnet test tests/Infrastructure.Tests --filter SnapshotShapeTests";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every decider in an assembly whose states are kept.</summary>
    public static IEnumerable<KeptState> In(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.FieldType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Decider<,,>))
        .Select(field => (KeptState?)typeof(SnapshotShapes).GetMethod(nameof(Kept), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(field.FieldType.GenericTypeArguments).Invoke(null, [field.GetValue(null)]))
        .OfType<KeptState>();

    /// <summary>Files of the versions that have none yet; what is there stays as it is.</summary>
    public async Task WriteMissing(KeptState kept)
    {
        if (!File.Exists(FileOf(kept.Shape)))
        {
            await File.WriteAllTextAsync(FileOf(kept.Shape), Today(kept).ToJsonString(Layout) + "\n");
        }
    }

    /// <summary>What is wrong with a kept state, and what to do; <c>null</c> when all is well.</summary>
    public string? Fault(KeptState kept)
    {
        if (!File.Exists(FileOf(kept.Shape)))
        {
            return $"{kept.Shape}: nothing tells what it looks like. Write it with: {HowToWrite}";
        }

        var today = Today(kept);
        return JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(FileOf(kept.Shape))), today)
            ? null
            : $"{kept.Shape}: it looks or folds otherwise than it did, so snapshots that lie in databases are wrong. "
                + $"Raise the version in its decider, then {HowToWrite}. Today: {today.ToJsonString()}";
    }

    private static KeptState? Kept<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> decider)
        where TEvent : IDomainEvent =>
        decider.Snapshot is { } shape
            ? new KeptState(shape, typeof(TEvent), decider.Initial!, (state, @event) => decider.Evolve((TState)state, (TEvent)@event)!)
            : null;

    private JsonObject Today(KeptState kept) => new()
    {
        ["madeOf"] = new JsonObject(Cases(kept.Shape.State).Select(one => KeyValuePair.Create<string, JsonNode?>(one.Name, StoredSchema.Of(one)))),
        ["states"] = States(kept),
    };

    private static IEnumerable<Type> Cases(Type state) =>
        state.IsAbstract ? state.GetNestedTypes().Where(one => !one.IsAbstract).OrderBy(one => one.Name, StringComparer.Ordinal) : [state];

    private JsonArray States(KeptState kept)
    {
        var states = new JsonArray();
        var state = kept.Initial;
        foreach (var @event in samples.Of(kept.Event))
        {
            var before = state;
            state = kept.Evolve(state, @event);
            if (!state.Equals(before))
            {
                states.Add(JsonNode.Parse(samples.WriteSnapshot(state, kept.Shape.State)));
            }
        }

        return states;
    }

    private string FileOf(SnapshotShape shape) => Path.Combine(folder, $"{shape.Name}.{shape.Version}.json");
}

/// <summary>A decider whose states are kept, whatever it decides on.</summary>
/// <param name="Event">What all of its events are.</param>
internal sealed record KeptState(SnapshotShape Shape, Type Event, object Initial, Func<object, object, object> Evolve);
