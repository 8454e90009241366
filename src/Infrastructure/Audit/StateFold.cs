using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Infrastructure.Serialization;

namespace Lawyers.Hub.Infrastructure.Audit;

/// <summary>
/// Folds a stream by the projection that keeps a document under the stream's own id: the same fold that makes the pages. A stream of which no
/// page is made has as its state what its events said last of each member.
/// </summary>
public sealed class StateFold(ProjectionCatalog projections) : IStateFold
{
    private static readonly JsonSerializerOptions Comparable = StoredJson.Comparable(new BarePersonal());

    public IEnumerable<JsonObject> After(IReadOnlyList<EventEnvelope> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Count == 0 ? [] : PageOf(events[0]) is { } page ? Fold(page, events) : Gather(events);
    }

    // Where several are kept under one id, the page's is the one that is called as its stream.
    private RegisteredProjection? PageOf(EventEnvelope first) =>
        projections.All.Where(projection => Keeps(projection, first)).MaxBy(projection => projection.Table.Projection == first.Stream.Type);

    // An alarm stands under the same id, and is no page.
    private static bool Keeps(RegisteredProjection projection, EventEnvelope first) =>
        !projection.View.IsAssignableTo(typeof(IAlarm)) && projection.KeysOf(first).Contains(new DocumentKey(first.Stream.Id));

    private static IEnumerable<JsonObject> Fold(RegisteredProjection projection, IReadOnlyList<EventEnvelope> events)
    {
        var key = new DocumentKey(events[0].Stream.Id);
        object? view = null;
        foreach (var envelope in events)
        {
            view = projection.KeysOf(envelope).Contains(key) ? projection.Evolve(key, view, envelope) : view;
            yield return view is null ? [] : Write(view);
        }
    }

    private static IEnumerable<JsonObject> Gather(IReadOnlyList<EventEnvelope> events)
    {
        var state = new JsonObject();
        foreach (var envelope in events)
        {
            foreach (var (name, value) in Write(envelope.Event))
            {
                state[name] = value?.DeepClone();
            }

            yield return (JsonObject)state.DeepClone();
        }
    }

    private static JsonObject Write(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), Comparable)!.AsObject();

    /// <summary>Writes what is personal in clear, marked: the fold is compared in memory, and what is marked leaves it as sealed.</summary>
    private sealed class BarePersonal : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Personal<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Marked<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

        private sealed class Marked<T> : JsonConverter<Personal<T>>
            where T : notnull
        {
            public override Personal<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                throw new NotSupportedException("Nothing is read back from a comparison.");

            public override void Write(Utf8JsonWriter writer, Personal<T> value, JsonSerializerOptions options)
            {
                writer.WriteStartObject();
                writer.WritePropertyName(IStateFold.SealedMark);
                JsonSerializer.Serialize(writer, value.Value, options);
                writer.WriteEndObject();
            }
        }
    }
}
