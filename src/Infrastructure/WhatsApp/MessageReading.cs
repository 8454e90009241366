using System.Text.Json;
using Lawyers.Hub.Application.Conversations;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>One inbound message; a type that we do not know is kept under its own name.</summary>
internal static class MessageReading
{
    private const int LongestWamid = 1024;

    public static Reading<WhatsAppMessage> Read(JsonElement item, WebhookContacts people)
    {
        var changed = item.Object("system") is { } system ? IdentityNotice.Of(item, system) : null;
        var person = people.Find(changed?.From?.WaId ?? item.Text("from"), changed?.From?.UserId ?? item.Text("from_user_id"))
            ?? people.Find(changed?.To?.WaId, changed?.To?.UserId);
        return Read(item, person, changed);
    }

    /// <summary>What the firm wrote past the hub: the client is whom it went to.</summary>
    public static Reading<WhatsAppMessage> ReadEcho(JsonElement item, WebhookContacts people) =>
        Read(item, people.Find(item.Text("to"), item.Text("to_user_id")), changed: null);

    private static Reading<WhatsAppMessage> Read(JsonElement item, WebhookContacts.Person? person, IdentityNotice? changed)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return Reading<WhatsAppMessage>.Bad("It is no JSON object.");
        }

        if (item.Text("id") is not { Length: <= LongestWamid } wamid)
        {
            return Reading<WhatsAppMessage>.Bad("It has no usable id.");
        }

        if (person is null)
        {
            return Reading<WhatsAppMessage>.Bad("It names no sender.");
        }

        var type = WebhookNormaliser.Name(item.Text("type")) ?? "unknown";
        var context = item.Object("context");
        var message = new WhatsAppMessage(
            wamid,
            person.Identity,
            type,
            SentAt: item.Instant("timestamp"),
            ContextWamid: context?.Text("id") is { Length: <= LongestWamid } quoted ? quoted : null,
            ProfileName: person.ProfileName,
            Forwarded: context is { } around && (around.Flag("forwarded") || around.Flag("frequently_forwarded")),
            GroupId: item.Text("group_id"),
            Errors: WebhookNormaliser.Errors(item),
            Referral: Referral(item),
            ChangedTo: changed is { IsChange: true, To: { } to } && to != person.Identity ? to : null);
        return Reading<WhatsAppMessage>.Of(item.Object(type) is { } content ? WithContent(message, content) : WithBareContent(message, item));
    }

    private static WhatsAppMessage WithContent(WhatsAppMessage message, JsonElement content) => message.Type switch
    {
        "text" => message with { Text = content.Text("body") },
        "image" or "video" or "audio" or "voice" or "document" or "sticker" => WithMedia(message, content),
        "interactive" => WithChoice(message, content),
        "button" => message with
        {
            Text = content.Text("text"),
            Choice = Choice(content.Text("payload"), content.Text("text")),
        },
        "reaction" => message with { RefersTo = content.Text("message_id"), Text = content.Text("emoji") },
        "location" => WithPlace(message, content),
        "order" => message with { Text = content.Text("text"), Facts = MessageFacts.OfOrder(content), Details = content.Raw() },
        "system" => WithNotice(message, content),
        "edit" => WithEdit(message, content),
        "revoke" => message with { RefersTo = content.Text("original_message_id") },
        "unsupported" => message with { Subtype = WebhookNormaliser.Name(content.Text("type")), Details = content.Raw() },
        _ => message with { Details = content.Raw() },
    };

    /// <summary>Types whose member is an array, such as shared contacts, or absent.</summary>
    private static WhatsAppMessage WithBareContent(WhatsAppMessage message, JsonElement item) =>
        item.Member(message.Type) is { ValueKind: JsonValueKind.Array or JsonValueKind.String } content
            ? message with { Details = content.Raw(), Facts = message.Type == "contacts" ? MessageFacts.OfContacts(content) : null }
            : message;

    private static IncomingReferral? Referral(JsonElement item) => item.Object("referral") is { } referral
        ? new(WebhookNormaliser.Name(referral.Text("source_type")), referral.Text("source_url"), referral.Text("headline"), referral.Text("body"))
        : null;

    private static WhatsAppMessage WithMedia(WhatsAppMessage message, JsonElement media) => message with
    {
        Text = media.Text("caption"),
        Media = media.Text("id") is { } id
            ? new IncomingMedia(
                id,
                media.Text("mime_type") ?? "application/octet-stream",
                media.Text("sha256"),
                media.Text("filename"),
                Voice: message.Type == "voice" || media.Flag("voice"))
            : null,
    };

    private static WhatsAppMessage WithChoice(WhatsAppMessage message, JsonElement interactive)
    {
        var kind = WebhookNormaliser.Name(interactive.Text("type"));
        var content = kind is null ? null : interactive.Object(kind);
        return (kind, content) switch
        {
            ("button_reply" or "list_reply", { } reply) => message with
            {
                Subtype = kind,
                Text = reply.Text("title"),
                Choice = Choice(reply.Text("id"), reply.Text("title")),
            },
            ("nfm_reply", { } reply) => message with
            {
                Subtype = kind,
                Text = reply.Text("body"),
                Facts = MessageFacts.OfFlow(reply),
                Details = reply.Raw(),
            },
            _ => message with { Subtype = kind, Details = interactive.Raw() },
        };
    }

    /// <summary>An empty answer, seen beside errors, is no choice.</summary>
    private static IncomingChoice? Choice(string? id, string? title) =>
        (id ?? title) is { } known ? new IncomingChoice(known, title ?? known) : null;

    private static WhatsAppMessage WithPlace(WhatsAppMessage message, JsonElement place) =>
        place.Degrees("latitude") is { } latitude && place.Degrees("longitude") is { } longitude
            ? message with
            {
                Text = place.Text("name") ?? place.Text("address"),
                Location = new IncomingLocation(latitude, longitude, place.Text("name"), place.Text("address")),
            }
            : message with { Details = place.Raw() };

    private static WhatsAppMessage WithNotice(WhatsAppMessage message, JsonElement system) => message with
    {
        Subtype = WebhookNormaliser.Name(system.Text("type")),
        Text = system.Text("body"),
        Details = system.Raw(),
    };

    /// <summary>The new words of an earlier message; the first text stays where it is.</summary>
    private static WhatsAppMessage WithEdit(WhatsAppMessage message, JsonElement edit)
    {
        var edited = message with { RefersTo = edit.Text("original_message_id"), Details = edit.Raw() };
        if (edit.Object("message") is not { } inner || WebhookNormaliser.Name(inner.Text("type")) is not { } type)
        {
            return edited;
        }

        // An edit of an edit does not exist; stopping here keeps the reading shallow.
        var content = type == "edit" || inner.Object(type) is not { } words ? message : WithContent(message with { Type = type }, words);
        return edited with { Subtype = type, Text = content.Text, Media = content.Media };
    }
}
