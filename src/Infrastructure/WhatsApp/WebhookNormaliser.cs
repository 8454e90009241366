using System.Text.Json;
using System.Text.RegularExpressions;
using Lawyers.Hub.Application.Conversations;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Meta's webhook in our words: every entry, every change, every item; a bad item never costs its siblings.</summary>
public static partial class WebhookNormaliser
{
    public const string WhatsApp = "whatsapp_business_account";

    /// <summary>Live messages and statuses; anything else is kept raw.</summary>
    public const string LiveField = "messages";

    /// <summary>What the firm writes from WhatsApp's own application.</summary>
    public const string EchoField = "smb_message_echoes";

    /// <summary>Kind of what is unreadable: the whole delivery.</summary>
    internal const string WholeKind = "webhook";

    /// <summary>Kind of what is unreadable: one entry of it.</summary>
    internal const string EntryKind = "entry";

    public static NormalisedWebhook Normalise(JsonElement webhook)
    {
        var changes = new List<WebhookChange>();
        var malformed = new List<MalformedItem>();
        if (webhook.Member("entry") is { ValueKind: not JsonValueKind.Array } entries)
        {
            malformed.Add(new(WholeKind, "Its entry is no array.", entries.RawBytes()));
        }

        foreach (var entry in webhook.Items("entry"))
        {
            if (entry.Member("changes") is not { ValueKind: JsonValueKind.Array } list)
            {
                malformed.Add(new(EntryKind, "It holds no array of changes.", entry.RawBytes()));
                continue;
            }

            foreach (var change in list.EnumerateArray())
            {
                if (change.Object("value") is { } value)
                {
                    changes.Add(Change(entry, change, value));
                }
                else
                {
                    malformed.Add(new("change", "It holds no value.", change.RawBytes()));
                }
            }
        }

        return new(changes, malformed);
    }

    private static WebhookChange Change(JsonElement entry, JsonElement change, JsonElement value)
    {
        var field = Name(change.Text("field")) ?? LiveField;
        var messages = new List<WhatsAppMessage>();
        var statuses = new List<WhatsAppStatus>();
        var echoes = new List<WhatsAppMessage>();
        var malformed = new List<MalformedItem>();
        var people = new WebhookContacts(value);

        // Statuses of calls come under their own field and speak of no message.
        if (field == LiveField)
        {
            foreach (var item in value.Items("messages"))
            {
                Take(messages, malformed, "message", item, MessageReading.Read(item, people));
            }

            foreach (var item in value.Items("statuses"))
            {
                Take(statuses, malformed, "status", item, StatusReading.Read(item, people));
            }
        }

        foreach (var item in field == EchoField ? value.Items("message_echoes") : [])
        {
            Take(echoes, malformed, "echo", item, MessageReading.ReadEcho(item, people));
        }

        var metadata = value.Object("metadata");
        int[] errors = [.. Errors(value)?.Select(error => error.Code) ?? []];
        return new(
            entry.Text("id"),
            field,
            metadata?.Text("phone_number_id"),
            metadata?.Text("display_phone_number"),
            messages,
            statuses,
            malformed,
            errors,
            change.RawBytes(),
            entry.Instant("time"),
            field == UserIdUpdate.Field ? UserIdUpdate.Read(value) : [],
            echoes,
            AccountReading.Read(field, value, people, errors));
    }

    private static void Take<T>(List<T> taken, List<MalformedItem> malformed, string kind, JsonElement item, Reading<T> reading)
        where T : class
    {
        if (reading.Item is { } readable)
        {
            taken.Add(readable);
        }
        else
        {
            malformed.Add(new(kind, reading.Problem!, item.RawBytes()));
        }
    }

    /// <summary>A type's or status's name where it can be one: it is stored in clear, so it may hold no words.</summary>
    internal static string? Name(string? text) => text is not null && NameShape().IsMatch(text) ? text : null;

    internal static IReadOnlyList<IncomingError>? Errors(JsonElement element)
    {
        List<IncomingError> errors =
        [
            .. element.Items("errors").Where(error => error.ValueKind == JsonValueKind.Object).Select(error => new IncomingError(
                (int)Math.Clamp(error.Whole("code") ?? 0, int.MinValue, int.MaxValue),
                error.Text("title") ?? error.Text("message"),
                error.Object("error_data")?.Text("details") ?? error.Text("error_data") ?? error.Text("details"))),
        ];
        return errors.Count == 0 ? null : errors;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.-]{0,63}$")]
    private static partial Regex NameShape();
}

/// <summary>An item, or what is wrong with it.</summary>
internal readonly record struct Reading<T>(T? Item, string? Problem)
    where T : class
{
    public static Reading<T> Of(T item) => new(item, null);

    public static Reading<T> Bad(string problem) => new(null, problem);
}
