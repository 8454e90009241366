using System.Text.Json;
using Lawyers.Hub.Domain.Conversations;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>One status of a message that the hub sent.</summary>
internal static class StatusReading
{
    public static Reading<WhatsAppStatus> Read(JsonElement item, WebhookContacts people)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return Reading<WhatsAppStatus>.Bad("It is no JSON object.");
        }

        if (item.Text("id") is not { Length: <= 1024 } wamid)
        {
            return Reading<WhatsAppStatus>.Bad("It has no usable id.");
        }

        if (WebhookNormaliser.Name(item.Text("status")) is not { } status)
        {
            return Reading<WhatsAppStatus>.Bad("It has no usable status.");
        }

        // In a group, recipient_id is the group and the participant is the person.
        var isGroup = item.Text("recipient_type") == "group";
        var person = people.Find(
            isGroup ? item.Text("recipient_participant_id") : item.Text("recipient_id"),
            isGroup ? item.Text("recipient_participant_user_id") : item.Text("recipient_user_id"));
        return Reading<WhatsAppStatus>.Of(new WhatsAppStatus(
            wamid,
            person?.Identity,
            status,
            item.Instant("timestamp"),
            WebhookNormaliser.Errors(item) ?? [],
            item.Text("biz_opaque_callback_data"),
            PricingOf(item)));
    }

    /// <summary>Meta's words where they can be names; they are stored in clear.</summary>
    private static Pricing? PricingOf(JsonElement item) =>
        item.Object("pricing") is { } pricing && WebhookNormaliser.Name(pricing.Text("category")) is { } category
            ? new(
                category,
                WebhookNormaliser.Name(pricing.Text("type")),
                WebhookNormaliser.Name(pricing.Text("pricing_model")),
                pricing.Member("billable")?.ValueKind switch
                {
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    _ => null,
                })
            : null;
}
