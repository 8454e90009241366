using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Application.EventStore;
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

    public static AuditedEvent Of(StoredEvent stored) => new(
        stored.Sequence, stored.StreamId, stored.StreamType, stored.Version, stored.Type, Show(JsonNode.Parse(stored.Data)), stored.Tenant,
        stored.OccurredAt, stored.Actor, stored.Reason, stored.Correlation, stored.Causation, stored.HashHex, stored.EventId, stored.Subject);

    /// <summary>Member names as the rest of the API has them, sealed values as nothing but sealed.</summary>
    internal static JsonNode? Show(JsonNode? stored) => stored switch
    {
        JsonObject sealedValue when sealedValue.ContainsKey(SealMark) => new JsonObject { ["sealed"] = true },
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Key), Show(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Show)]),
        _ => stored?.DeepClone(),
    };
}
