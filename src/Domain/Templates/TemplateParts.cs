using System.Collections.Immutable;
using System.Text.Json;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>The components of a template, or of one card of its carousel.</summary>
/// <param name="HasHeader">Whether there is a header at all.</param>
/// <param name="HeaderFormat">TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION …; TEXT with no words where there is no header.</param>
/// <param name="Cards">The cards of a carousel, each like a small template.</param>
/// <param name="Offer">The words of a limited-time offer, if it is one.</param>
/// <param name="OfferExpires">Whether that offer must say until when it stands.</param>
public sealed record TemplateParts(
    bool HasHeader,
    string HeaderFormat,
    TemplateText Header,
    TemplateText Body,
    TemplateText Footer,
    ImmutableArray<TemplateButton> Buttons,
    ImmutableArray<TemplateParts> Cards,
    string? Offer,
    bool OfferExpires)
{
    internal const string TextFormat = "TEXT";

    public static TemplateParts Read(IEnumerable<JsonElement> components)
    {
        var all = components.ToArray();
        var (header, offer) = (Find("HEADER"), Find("LIMITED_TIME_OFFER")?.ObjectAt("limited_time_offer"));
        var format = header?.TextAt("format")?.ToUpperInvariant() ?? TextFormat;
        return new TemplateParts(
            header is not null,
            format,
            new TemplateText(format == TextFormat ? header?.TextAt("text") ?? string.Empty : string.Empty),
            new TemplateText(Find("BODY")?.TextAt("text") ?? string.Empty),
            new TemplateText(Find("FOOTER")?.TextAt("text") ?? string.Empty),
            [.. (Find("BUTTONS")?.ItemsAt("buttons") ?? []).Select(TemplateButton.Read)],
            [.. (Find("CAROUSEL")?.ItemsAt("cards") ?? []).Select(card => Read(card.ItemsAt("components")))],
            offer?.TextAt("text"),
            offer?.FlagAt("has_expiration") ?? false);

        JsonElement? Find(string type) => all.Where(component => TemplateWire.Same(component.TextAt("type"), type)).Cast<JsonElement?>().FirstOrDefault();
    }
}

/// <summary>One button; a send names it by its place among all buttons.</summary>
/// <param name="Kind">In lower case, as a send names it: <c>quick_reply</c>, <c>url</c>, <c>copy_code</c> …</param>
/// <param name="Url">Where a link leads, with at most one variable at its end.</param>
public sealed record TemplateButton(string Kind, string Label, TemplateText Url, string? Phone)
{
    /// <summary>Whether a send has to give it a value.</summary>
    public bool NeedsValue => Kind == "copy_code" || (Kind == "url" && Url.Variables.Length > 0);

    public static TemplateButton Read(JsonElement button)
    {
        var kind = button.TextAt("type")?.ToLowerInvariant() ?? string.Empty;
        // A one-time password's button is a link with the code in it, which is how Meta gives it back and how it is filled.
        return kind == "otp"
            ? new TemplateButton("url", button.TextAt("text") ?? string.Empty, new TemplateText(button.TextAt("url") ?? "{{1}}"), Phone: null)
            : new TemplateButton(
                kind, button.TextAt("text") ?? string.Empty, new TemplateText(button.TextAt("url") ?? string.Empty), button.ScalarAt("phone_number"));
    }
}
