using System.Text.Json.Serialization;
using Lawyers.Hub.Application.Privacy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>
/// One thing that a provider tells of an account, a number or a template rather than of a message: the body on topic
/// <c>wa.account.event</c>. Its form is <c>docs/messages/webhook-event.schema.json</c>.
/// </summary>
/// <param name="EventId">Follows from what was told, so that a repetition is the same event.</param>
/// <param name="Provider">Who tells: <c>whatsapp</c>.</param>
/// <param name="RawPayloadRef">Where the delivery's bytes lie, sealed, for seven days.</param>
/// <param name="ReceivedAt">When the delivery was durable.</param>
/// <param name="Channel">The number that it concerns, or one of the account's.</param>
/// <param name="Field">Meta's name of what changed.</param>
/// <param name="At">Meta's time; arrival where it told none.</param>
public sealed record WebhookEvent(
    [property: JsonPropertyName("eventId")] Guid EventId,
    [property: JsonPropertyName("provider")] string Provider,
    [property: JsonPropertyName("rawPayloadRef")] Guid RawPayloadRef,
    [property: JsonPropertyName("receivedAt")] DateTimeOffset ReceivedAt,
    [property: JsonPropertyName("tenantId")] Guid TenantId,
    [property: JsonPropertyName("channel")] Guid Channel,
    [property: JsonPropertyName("field")] string Field,
    [property: JsonPropertyName("at")] DateTimeOffset At,
    [property: JsonPropertyName("change")] AccountChange Change)
{
    public const string WhatsApp = "whatsapp";

    public override string ToString() => $"WebhookEvent {{ Field = {Field} }}";
}

/// <summary>What changed, as far as it is understood.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Template), "template")]
[JsonDerivedType(typeof(Quality), "quality")]
[JsonDerivedType(typeof(DisplayName), "name")]
[JsonDerivedType(typeof(Preference), "preference")]
[JsonDerivedType(typeof(Problem), "problem")]
[JsonDerivedType(typeof(Other), "other")]
public abstract record AccountChange
{
    private AccountChange()
    {
    }

    /// <param name="MetaId">Meta's id of the template in its language.</param>
    public sealed record Template(string MetaId, string Name, string Language, TemplateAspect Aspect, string Value, string? Previous, string? Reason, string? Category)
        : AccountChange;

    /// <param name="Number">Digits, as the number is shown; none where the notice names none.</param>
    public sealed record Quality(string? Number, string Change, string? Limit) : AccountChange;

    /// <param name="Number">Digits, as the number is shown; none where the notice names none.</param>
    public sealed record DisplayName(string? Number, string Decision, string? Requested, string? Reason) : AccountChange;

    /// <summary>A client stopped or resumed marketing messages.</summary>
    /// <param name="At">When they did.</param>
    public sealed record Preference(WhatsAppIdentity Client, bool Stopped, DateTimeOffset? At) : AccountChange;

    /// <summary>Errors of the number itself.</summary>
    public sealed record Problem(IReadOnlyList<int> Codes) : AccountChange;

    /// <summary>Kept as itself.</summary>
    public sealed record Other(string? What, string? Severity) : AccountChange;
}

public enum TemplateAspect
{
    Status,
    Quality,
    Category,

    /// <summary>A category that will count a day later.</summary>
    AnnouncedCategory,
}
