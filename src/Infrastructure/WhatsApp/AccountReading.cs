using System.Text.Json;
using Lawyers.Hub.Application.Tenancy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What a change says of the account, its numbers and templates. What is not understood is kept under its own name.</summary>
internal static class AccountReading
{
    // Meta's words may be sentences here; what is stored in clear is no longer than one.
    private const int Longest = 500;

    public static IReadOnlyList<AccountChange> Read(string field, JsonElement value, WebhookContacts people, IReadOnlyList<int> errors) => field switch
    {
        WebhookNormaliser.LiveField => errors.Count == 0 ? [] : [new AccountChange.Problem(errors)],
        WebhookNormaliser.EchoField or UserIdUpdate.Field => [],
        "message_template_status_update" => [(AccountChange?)Template(value, TemplateAspect.Status, value.Text("event"), previous: null) ?? Other(value)],
        "message_template_quality_update" =>
            [(AccountChange?)Template(value, TemplateAspect.Quality, value.Text("new_quality_score"), value.Text("previous_quality_score")) ?? Other(value)],
        "template_category_update" => [(AccountChange?)Category(value) ?? Other(value)],
        "phone_number_quality_update" => [(AccountChange?)Quality(value) ?? Other(value)],
        "phone_number_name_update" => [(AccountChange?)NameOf(value) ?? Other(value)],
        "user_preferences" => Preferences(value, people),
        _ => [Other(value)],
    };

    private static AccountChange.Template? Template(JsonElement value, TemplateAspect aspect, string? told, string? previous) =>
        value.Text("message_template_id") is { Length: <= 64 } id && WebhookNormaliser.Name(told) is { } known
            ? new AccountChange.Template(
                id,
                Short(value.Text("message_template_name")) ?? id,
                Language(value.Text("message_template_language")),
                aspect,
                known,
                WebhookNormaliser.Name(previous),
                value.Text("reason") is { } reason and not "NONE" ? Short(reason) : null,
                WebhookNormaliser.Name(value.Text("message_template_category")))
            : null;

    /// <summary>A day ahead the notice names the category that is right, and as the new one that which still counts.</summary>
    private static AccountChange.Template? Category(JsonElement value) => value.Text("correct_category") is { } announced
        ? Template(value, TemplateAspect.AnnouncedCategory, announced, value.Text("new_category"))
        : Template(value, TemplateAspect.Category, value.Text("new_category"), value.Text("previous_category"));

    private static AccountChange.Quality? Quality(JsonElement value) => WebhookNormaliser.Name(value.Text("event")) is { } told
        ? new(
            Digits(value.Text("display_phone_number")),
            told,
            WebhookNormaliser.Name(value.Text("max_daily_conversations_per_business")) ?? WebhookNormaliser.Name(value.Text("current_limit")))
        : null;

    private static AccountChange.DisplayName? NameOf(JsonElement value) => WebhookNormaliser.Name(value.Text("decision")) is { } decision
        ? new(
            Digits(value.Text("display_phone_number")),
            decision,
            Short(value.Text("requested_verified_name")),
            value.Text("rejection_reason") is { } reason and not "NONE" ? Short(reason) : null)
        : null;

    /// <summary>Each person's own; what names nobody, or another choice than these two, is kept as itself.</summary>
    private static AccountChange[] Preferences(JsonElement value, WebhookContacts people) =>
    [
        .. value.Items("user_preferences").Select(item =>
            item.Text("category") is "marketing_messages" && item.Text("value") is "stop" or "resume"
                && people.Find(item.Text("wa_id"), item.Text("user_id")) is { } person
                ? (AccountChange)new AccountChange.Preference(person.Identity, item.Text("value") == "stop", item.Instant("timestamp"))
                : Other(item)),
    ];

    private static AccountChange.Other Other(JsonElement value)
    {
        var alert = value.Object("alert_info") ?? value;
        return new(
            WebhookNormaliser.Name(value.Text("event") ?? value.Text("decision") ?? alert.Text("alert_type") ?? value.Text("category")),
            WebhookNormaliser.Name(alert.Text("alert_severity")));
    }

    /// <summary>Examples show a dash; a send takes an underscore.</summary>
    private static string Language(string? told) => Short(told)?.Replace('-', '_') ?? "unknown";

    private static string? Short(string? text) => text is { Length: > Longest } ? text[..Longest] : text;

    private static string? Digits(string? number) =>
        number is null ? null : string.Concat(number.Where(char.IsAsciiDigit)) is { Length: > 0 } digits ? digits : null;
}
