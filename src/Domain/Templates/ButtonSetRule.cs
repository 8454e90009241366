using System.Collections.Immutable;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>How many buttons of which kind, and in which order.</summary>
internal static class ButtonSetRule
{
    private const int Most = 10;
    private const int LongestLabel = 25;
    private const int LongestUrl = 2000;
    private const int LongestPhone = 20;

    private static readonly (string Kind, int Most)[] MostOfKind =
        [("quick_reply", 10), ("url", 2), ("phone_number", 1), ("copy_code", 1), ("flow", 1), ("request_contact_info", 1)];

    public static IEnumerable<DefinitionFault> Of(ImmutableArray<TemplateButton> buttons)
    {
        if (buttons.Length > Most)
        {
            yield return new("too_many_buttons", $"A template has at most {Most} buttons.");
        }

        foreach (var (kind, most) in MostOfKind.Where(limit => buttons.Count(button => button.Kind == limit.Kind) > limit.Most))
        {
            yield return new("too_many_buttons", $"At most {most} of the buttons can be of the kind {kind}.");
        }

        foreach (var button in buttons)
        {
            foreach (var fault in Of(button))
            {
                yield return fault;
            }
        }

        // Quick replies form one block, before or after all the others: the kind changes once at most.
        if (buttons.Zip(buttons.Skip(1)).Count(pair => IsQuickReply(pair.First) != IsQuickReply(pair.Second)) > 1)
        {
            yield return new("buttons_mixed", "Put all quick replies before the other buttons, or all of them after.");
        }
    }

    private static IEnumerable<DefinitionFault> Of(TemplateButton button)
    {
        if (button.Label.Length > LongestLabel)
        {
            yield return new("button_too_long", $"A button's label has at most {LongestLabel} characters: {button.Label}");
        }

        if (button.Url.Text.Length > LongestUrl)
        {
            yield return new("url_too_long", $"A button's link has at most {LongestUrl} characters.");
        }

        if (button.Url.Variables.Length > 1 || (button.Url.Variables.Length == 1 && !button.Url.Text.EndsWith("}}", StringComparison.Ordinal)))
        {
            yield return new("url_variable", "A button's link has at most one variable, and it stands at its end.");
        }

        if (button.Phone?.Length > LongestPhone)
        {
            yield return new("phone_too_long", $"A button's phone number has at most {LongestPhone} characters.");
        }
    }

    private static bool IsQuickReply(TemplateButton button) => button.Kind == "quick_reply";
}
