using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>Shape and limits of everything that is neither interactive nor a template.</summary>
internal static class ContentRules
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;

    public static IEnumerable<GraphError> Text(JsonElement text)
    {
        if (text.TextAt("body") is not { } body || string.IsNullOrWhiteSpace(body))
        {
            yield return GraphError.Missing("text.body");
        }
        else if (body.Length > LongestText)
        {
            yield return GraphError.TooLong("text.body", LongestText);
        }
        if (text.At("preview_url") is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            yield return GraphError.Unsupported("Param text['preview_url'] must be a boolean");
        }
    }

    public static IEnumerable<GraphError> Media(string type, JsonElement media)
    {
        foreach (var problem in Asset(type, media))
        {
            yield return problem;
        }
        if (media.At("caption") is not { } caption)
        {
            yield break;
        }
        if (type is "audio" or "sticker")
        {
            yield return GraphError.Unsupported($"Param {type}['caption'] is not supported");
        }
        if (caption.ValueKind != JsonValueKind.String || caption.GetString()!.Length > LongestCaption)
        {
            yield return GraphError.TooLong($"{type}.caption", LongestCaption);
        }
    }

    /// <summary>Exactly one of an uploaded id and a link.</summary>
    public static IEnumerable<GraphError> Asset(string type, JsonElement media)
    {
        var (id, link) = (media.At("id"), media.At("link"));
        if (id is null && link is null)
        {
            yield return GraphError.Missing($"{type}.id or {type}.link");
        }
        if (id is not null && link is not null)
        {
            yield return GraphError.Unsupported($"Exactly one of {type}['id'] and {type}['link'] must be given");
        }
        if (link is not null && !IsWebAddress(media.TextAt("link")))
        {
            yield return GraphError.Unsupported($"Param {type}['link'] is not a valid URL.");
        }
    }

    public static IEnumerable<GraphError> Location(JsonElement location)
    {
        foreach (var (name, most) in new[] { ("latitude", 90d), ("longitude", 180d) })
        {
            if (location.At(name) is null)
            {
                yield return GraphError.Missing($"location.{name}");
            }
            if (location.NumberAt(name) is not { } degrees || Math.Abs(degrees) > most)
            {
                yield return GraphError.Invalid($"Parameter location.{name} is no valid number of degrees.");
            }
        }
    }

    public static IEnumerable<GraphError> Contacts(JsonElement body)
    {
        var contacts = body.ListAt("contacts");
        if (contacts.Count == 0)
        {
            yield return GraphError.Missing("contacts");
        }
        foreach (var contact in contacts)
        {
            if (contact.ObjectAt("name") is not { } name || name.TextAt("formatted_name") is not { Length: > 0 })
            {
                yield return GraphError.Missing("contacts.name.formatted_name");
                yield break;
            }
            string[] parts = ["first_name", "last_name", "middle_name", "suffix", "prefix"];
            if (!parts.Any(part => name.TextAt(part) is { Length: > 0 }))
            {
                yield return GraphError.Missing("contacts.name: one of first_name, last_name, middle_name, suffix, prefix");
            }
        }
    }

    public static IEnumerable<GraphError> Reaction(JsonElement reaction)
    {
        if (reaction.TextAt("message_id") is not { Length: > 0 })
        {
            yield return GraphError.Missing("reaction.message_id");
        }
        if (reaction.TextAt("emoji") is null)
        {
            yield return GraphError.Missing("reaction.emoji");
        }
    }

    public static bool IsWebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");
}
