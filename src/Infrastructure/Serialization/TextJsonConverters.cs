using System.Text.Json;
using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Infrastructure.Serialization;

/// <summary>An actor is stored as its text, such as <c>staff:ID</c>.</summary>
public sealed class ActorJsonConverter : JsonConverter<Actor>
{
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Actor.Stored(reader.GetString() ?? throw new JsonException("An actor is null."));

    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

/// <summary>A blind index is stored as its hex digits.</summary>
public sealed class BlindIndexJsonConverter : JsonConverter<BlindIndex>
{
    public override BlindIndex Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A blind index is null."));

    public override void Write(Utf8JsonWriter writer, BlindIndex value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);

    public override BlindIndex ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, BlindIndex value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Hex);
}
