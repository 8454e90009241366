using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.Serialization;

/// <summary>JSON Schema (2020-12) of what <see cref="StoredJson"/> writes, from the types themselves.</summary>
public static class StoredSchema
{
    /// <summary>Keyword of ours on a sealed value: the schema of what lies within.</summary>
    public const string SealedKeyword = "x-sealed";

    /// <summary>Keyword of ours on a value that stands for a client without naming one: only the firm's own key leads back.</summary>
    public const string PseudonymKeyword = "x-pseudonym";

    private static readonly JsonSerializerOptions Stored = StoredJson.Options(new NoKeys(), mayBeErased: false);

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = OfOurOwn };

    public static JsonNode Of(Type type) => Stored.GetJsonSchemaAsNode(type, Exporting);

    /// <summary>What the converters write says nothing of itself to the exporter.</summary>
    private static JsonNode OfOurOwn(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var own = OwnSchema(type);
        if (own is null)
        {
            return WithoutPosition(schema);
        }

        if (MayBeNull(context))
        {
            own["type"] = new JsonArray((JsonNode)own["type"]!.DeepClone(), "null");
        }

        return own;
    }

    private static JsonObject? OwnSchema(Type type) => type switch
    {
        _ when type == typeof(Actor) => new JsonObject { ["type"] = "string", ["description"] = "Who: staff:ID, client:ID or system:NAME." },
        _ when type == typeof(BlindIndex) => new JsonObject { ["type"] = "string", ["description"] = "HMAC-SHA-256 under the firm's key.", [PseudonymKeyword] = true },
        _ when type == typeof(DataSubjectId) => new JsonObject { ["type"] = "string", ["format"] = "uuid", ["description"] = "A client.", [PseudonymKeyword] = true },
        _ when type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>)) =>
            new JsonObject { ["type"] = "string", ["format"] = "uuid" },
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Personal<>) => Sealed(type.GenericTypeArguments[0]),
        _ => null,
    };

    private static JsonObject Sealed(Type content) => new()
    {
        ["type"] = "object",
        ["description"] = "Sealed under the client's own key with AES-256-GCM; unreadable once that key is destroyed.",
        [SealedKeyword] = Of(content),
        ["properties"] = new JsonObject
        {
            ["$subject"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            ["k"] = new JsonObject { ["type"] = "integer", ["description"] = "Version of the key." },
            ["n"] = new JsonObject { ["type"] = "string", ["description"] = "Nonce, 12 bytes, base64." },
            ["c"] = new JsonObject { ["type"] = "string", ["description"] = "Ciphertext and tag, base64." },
        },
        ["required"] = new JsonArray("$subject", "k", "n", "c"),
    };

    private static bool MayBeNull(JsonSchemaExporterContext context) =>
        Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null
        || (!context.TypeInfo.Type.IsValueType && context.PropertyInfo is { IsGetNullable: true });

    /// <summary>The exporter shortens a type that it meets again to a reference by position, which moves with every new member; events nest little.</summary>
    private static JsonNode WithoutPosition(JsonNode schema) => schema is JsonObject shortened && shortened.ContainsKey("$ref")
        ? throw new NotSupportedException($"An event that holds itself has no schema yet: {shortened["$ref"]}.")
        : schema;

    /// <summary>A schema seals nothing.</summary>
    private sealed class NoKeys : ISubjectKeyRing
    {
        public Task Ensure(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task EnsurePart(TenantId tenant, DataSubjectId part, DataSubjectId whole, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task Load(TenantId tenant, IReadOnlyCollection<DataSubjectId> subjects, CancellationToken cancellationToken) => Task.CompletedTask;

        public SubjectKey? Find(DataSubjectId subject) => null;
    }
}
