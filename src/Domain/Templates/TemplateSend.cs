using System.Collections.Immutable;
using System.Text.Json;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>A request to send a template, as it would go to Meta.</summary>
/// <param name="To">A phone number; wins over <paramref name="Recipient"/>.</param>
/// <param name="Recipient">A business-scoped user id.</param>
public sealed record TemplateSend(
    string? MessagingProduct, string? To, string? Recipient, string? Type, string? Name, string? Language, SentComponents Components)
{
    public static TemplateSend Read(JsonElement request)
    {
        var template = request.ObjectAt("template");
        return new TemplateSend(
            request.TextAt("messaging_product"),
            request.ScalarAt("to"),
            request.TextAt("recipient"),
            request.TextAt("type"),
            template?.TextAt("name"),
            template?.ObjectAt("language")?.TextAt("code"),
            SentComponents.Read("template.components", template?.ItemsAt("components") ?? []));
    }
}

/// <summary>The components of a send, or of one of its cards. One that is absent counts as one without values.</summary>
/// <param name="Path">Where they stand in the request.</param>
public sealed record SentComponents(string Path, ImmutableArray<SentComponent> All)
{
    public SentComponent Header => Of("header");

    public SentComponent Body => Of("body");

    public SentComponent Offer => Of("limited_time_offer");

    public SentComponent Carousel => Of("carousel");

    public IEnumerable<SentComponent> Buttons => All.Where(component => component.Type == "button");

    public static SentComponents Read(string path, IEnumerable<JsonElement> components) =>
        new(path, [.. components.Select((component, index) => SentComponent.Read($"{path}[{index}]", component))]);

    private SentComponent Of(string type) => All.FirstOrDefault(component => component.Type == type) ?? SentComponent.Absent(Path, type);
}

/// <param name="Type">In lower case: header, body, button, carousel or limited_time_offer, unless it is a wrong one.</param>
/// <param name="SubType">A button's kind, in lower case.</param>
/// <param name="Index">A button's place among all buttons of the definition; null where there is no such number.</param>
/// <param name="IsPresent">Whether the request has it at all.</param>
public sealed record SentComponent(
    string Path, string Type, string? SubType, int? Index, ImmutableArray<SentParameter> Parameters, ImmutableArray<SentCard> Cards, bool IsPresent)
{
    /// <summary>Where its values stand, or should have stood.</summary>
    public string ValuesPath => IsPresent ? $"{Path}.parameters" : Path;

    public static SentComponent Absent(string path, string type) => new(path, type, SubType: null, Index: null, [], [], IsPresent: false);

    public static SentComponent Read(string path, JsonElement component) => new(
        path,
        component.TextAt("type")?.ToLowerInvariant() ?? string.Empty,
        component.TextAt("sub_type")?.ToLowerInvariant(),
        component.CountAt("index"),
        [.. component.ItemsAt("parameters").Select((parameter, index) => SentParameter.Read($"{path}.parameters[{index}]", parameter))],
        [.. component.ItemsAt("cards").Select((card, index) => SentCard.Read($"{path}.cards[{index}]", card))],
        IsPresent: true);
}

/// <param name="Index">Which card of the definition it fills; by its place where it does not say.</param>
public sealed record SentCard(int? Index, SentComponents Components)
{
    public static SentCard Read(string path, JsonElement card) =>
        new(card.CountAt("card_index"), SentComponents.Read($"{path}.components", card.ItemsAt("components")));
}
