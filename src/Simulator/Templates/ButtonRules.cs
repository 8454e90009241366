using System.Text.Json;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>Values for buttons go by their position over all buttons of the definition.</summary>
internal static class ButtonRules
{
    private const int LongestCoupon = 15;
    private const int LongestPayload = 128;

    public static IEnumerable<TemplateRefusal> Of(TemplateParts definition, SentComponents sent, TextValueRules values)
    {
        foreach (var problem in sent.Buttons.SelectMany(button => Sent(definition.Buttons, button, values)))
        {
            yield return problem;
        }
        var filled = sent.Buttons.Select(SentComponents.IndexOf).ToHashSet();
        for (var index = 0; index < definition.Buttons.Count; index++)
        {
            if (!filled.Contains(index) && NeedsValue(definition.Buttons[index]))
            {
                yield return new TemplateRefusal(
                    "button_parameter_missing", 131008,
                    $"buttons: Button at index {index} of type {Kind(definition.Buttons[index])} requires a parameter");
            }
        }
    }

    /// <summary>A one-time password is given twice; a client must not see two different codes.</summary>
    public static IEnumerable<TemplateRefusal> SameCode(SentComponents sent)
    {
        var inBody = SentComponents.Parameters(sent.Body).Select(parameter => parameter.TextAt("text")).FirstOrDefault();
        var inButton = sent.Buttons.SelectMany(button => SentComponents.Parameters(button)).Select(parameter => parameter.TextAt("text")).FirstOrDefault();
        if (inButton is not null && inBody != inButton)
        {
            yield return new TemplateRefusal("otp_mismatch", 131009, "The code in the body is not the code in the button.");
        }
    }

    private static IEnumerable<TemplateRefusal> Sent(IReadOnlyList<JsonElement> buttons, JsonElement sent, TextValueRules values)
    {
        var index = SentComponents.IndexOf(sent);
        if (index < 0 || index >= buttons.Count)
        {
            yield return new TemplateRefusal("button_index_out_of_range", 131009, $"buttons: there is no button at index {index}");
            yield break;
        }
        var (button, subType) = (buttons[index], sent.TextAt("sub_type")?.ToLowerInvariant());
        if (subType != Kind(button))
        {
            yield return new TemplateRefusal(
                "button_type_mismatch", 132012, $"buttons: Button at index {index} is of type {Kind(button)}, not {subType ?? "(none)"}");
            yield break;
        }
        var parameters = SentComponents.Parameters(sent);
        var problems = Kind(button) switch
        {
            "url" => (values with { Named = false }).Check($"buttons: Button at index {index}", button.TextAt("url") ?? "", parameters, localisable: false),
            "copy_code" => Coupon(index, parameters),
            "quick_reply" => Payload(index, parameters),
            _ => [],
        };
        foreach (var problem in problems)
        {
            yield return problem;
        }
    }

    private static IEnumerable<TemplateRefusal> Coupon(int index, IReadOnlyList<JsonElement> parameters)
    {
        if (parameters.Select(parameter => parameter.TextAt("coupon_code")).FirstOrDefault() is not { Length: > 0 } code)
        {
            yield return new TemplateRefusal(
                "button_parameter_missing", 131008, $"buttons: Button at index {index} of type copy_code requires a parameter");
        }
        else if (code.Length > LongestCoupon)
        {
            yield return new TemplateRefusal("coupon_code_too_long", 131009, $"buttons: coupon_code is longer than {LongestCoupon} characters");
        }
    }

    private static IEnumerable<TemplateRefusal> Payload(int index, IReadOnlyList<JsonElement> parameters)
    {
        if (parameters.Any(parameter => parameter.TextAt("payload")?.Length > LongestPayload))
        {
            yield return new TemplateRefusal(
                "param_type_mismatch", 132012, $"buttons: the payload at index {index} is longer than {LongestPayload} characters");
        }
    }

    private static string Kind(JsonElement button) => button.TextAt("type")?.ToLowerInvariant() ?? "";

    private static bool NeedsValue(JsonElement button) =>
        Kind(button) == "copy_code" || (Kind(button) == "url" && TemplateVariables.In(button.TextAt("url") ?? "").Count > 0);
}
