namespace Lawyers.Hub.Domain.Templates;

/// <summary>Values for buttons go by their place among all buttons of the definition, not by their order in the request.</summary>
internal static class ButtonRule
{
    private const int LongestCoupon = 15;
    private const int LongestPayload = 128;

    public static IEnumerable<TemplateFault> Sent(TemplateParts definition, SentComponents sent) =>
        sent.Buttons.SelectMany(button => Sent(definition, button));

    /// <summary>Buttons that need a value and got none.</summary>
    public static IEnumerable<TemplateFault> Missing(TemplateParts definition, SentComponents sent)
    {
        var filled = sent.Buttons.Where(button => !button.Parameters.IsEmpty).Select(button => button.Index).ToHashSet();
        return definition.Buttons
            .Select((button, index) => (button, index))
            .Where(one => one.button.NeedsValue && !filled.Contains(one.index))
            .Select(one => TemplateFaults.ButtonParameterMissing(sent.Path, one.index, one.button.Kind));
    }

    /// <summary>A one-time password is given twice, and a client must not see two different codes.</summary>
    public static IEnumerable<TemplateFault> SameCode(SentComponents sent)
    {
        var inBody = sent.Body.Parameters.Select(value => value.Shown).FirstOrDefault();
        var inButton = sent.Buttons.SelectMany(button => button.Parameters).FirstOrDefault(value => value.Shown is not null);
        if (inButton is not null && inButton.Shown != inBody)
        {
            yield return TemplateFaults.OtpMismatch($"{inButton.Path}.text");
        }
    }

    private static IEnumerable<TemplateFault> Sent(TemplateParts definition, SentComponent sent)
    {
        if (sent.Index is not { } index || index >= definition.Buttons.Length)
        {
            return [TemplateFaults.ButtonIndexOutOfRange(sent)];
        }

        var button = definition.Buttons[index];
        if (sent.SubType != button.Kind)
        {
            return [TemplateFaults.ButtonTypeMismatch(sent, button.Kind)];
        }

        return button.Kind switch
        {
            "url" => TextValueRule.Of($"buttons: Button at index {index}", button.Url, sent, named: false, localisable: false),
            "copy_code" => One(sent, "coupon_code", value => value.Coupon?.Length > LongestCoupon ? TemplateFaults.CouponCodeTooLong(value)
                : value.Coupon is null ? TemplateFaults.ButtonParameterMissing(value.Path, index, button.Kind) : null),
            "quick_reply" => One(sent, "payload", value => value.Payload?.Length > LongestPayload ? TemplateFaults.PayloadTooLong(value) : null),
            "phone_number" or "request_contact_info" => sent.Parameters.IsEmpty
                ? [] : [TemplateFaults.ParamCount(sent.ValuesPath, $"buttons: Button at index {index}", sent.Parameters.Length, 0)],
            "flow" => One(sent, "action", _ => null),
            _ => [], // catalogues and calls are filled in ways of their own, which are Meta's to check
        };
    }

    // At most one value, of the one type that this kind of button takes.
    private static IEnumerable<TemplateFault> One(SentComponent sent, string type, Func<SentParameter, TemplateFault?> further)
    {
        if (sent.Parameters.Length > 1)
        {
            yield return TemplateFaults.ParamCount(sent.ValuesPath, $"buttons: Button at index {sent.Index}", sent.Parameters.Length, 1);
        }

        foreach (var value in sent.Parameters)
        {
            if (value.Type != type)
            {
                yield return TemplateFaults.ParamTypeMismatch(value);
            }

            if (further(value) is { } fault)
            {
                yield return fault;
            }
        }
    }
}
