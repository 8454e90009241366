using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Web.Api;

/// <summary>A stored event as an auditor sees it: everything but what is personal, which shows only that it is there.</summary>
internal sealed record AuditedEvent(
    long Sequence, Guid StreamId, string StreamType, long Version, string Type, JsonNode? Data, TenantId TenantId, DateTimeOffset OccurredAt,
    string Actor, string? Reason, Guid CorrelationId, Guid? CausationId, string Hash,
    Guid EventId, DataSubjectId? SubjectId)
{
    private const string SealMark = "$subject";

    // Whoever reads the answer may stop at 64 levels, as most readers of JSON do.
    private const int Deepest = 48;

    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = CanonicalWriter.DeepestStored };

    public static AuditedEvent Of(StoredEvent stored) => new(
        stored.Sequence, stored.StreamId, stored.StreamType, stored.Version, stored.Type, Show(JsonNode.Parse(stored.Data, documentOptions: AnyDepth)), stored.Tenant,
        stored.OccurredAt, stored.Actor, stored.Reason, stored.Correlation, stored.Causation, stored.HashHex, stored.EventId, stored.Subject);

    /// <summary>Member names as the rest of the API has them, sealed values as nothing but sealed; what lies too deep as <c>null</c>.</summary>
    internal static JsonNode? Show(JsonNode? stored, int level = 1) => stored switch
    {
        JsonObject or JsonArray when level > Deepest => null,
        JsonObject sealedValue when sealedValue.ContainsKey(SealMark) => new JsonObject { ["sealed"] = true },
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Key), Show(member.Value, level + 1)))),
        JsonArray items => new JsonArray([.. items.Select(item => Show(item, level + 1))]),
        _ => stored?.DeepClone(),
    };
}
