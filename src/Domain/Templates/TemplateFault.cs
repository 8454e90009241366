namespace Lawyers.Hub.Domain.Templates;

/// <summary>The first rule that a send breaks.</summary>
/// <param name="Reason">The rule's name.</param>
/// <param name="MetaCode">What Meta would answer; none where the rule is the firm's own.</param>
/// <param name="Path">Where in the request.</param>
/// <param name="Explanation">In words, with what to do.</param>
public sealed record TemplateFault(string Reason, int? MetaCode, string Path, string Explanation);

/// <summary>Every rule of a template send, with Meta's code for it.</summary>
internal static class TemplateFaults
{
    public static TemplateFault MissingRequired(string path) => new("missing_required", 131008, path, $"Give {path}: the request is not complete without it.");

    public static TemplateFault NotFound(string? name, string? language) => new(
        "template_not_found", 132001, "template.name",
        $"There is no template {name} in {language}; the language must be exactly the template's own, there is no fallback.");

    public static readonly TemplateFault Marketing = new(
        "template_marketing_refused", MetaCode: null, "template.name",
        "Meta counts this template as MARKETING, and the code of ethics forbids advertising; choose another.");

    public static readonly TemplateFault Paused = new(
        "template_paused", 132015, "template.name", "Meta has paused the template because of its quality; choose another until Meta lifts the pause.");

    public static readonly TemplateFault Disabled = new(
        "template_disabled", 132016, "template.name", "Meta has disabled the template for good; write a new one.");

    public static TemplateFault NotApproved(string status) => new(
        "template_not_approved", 132001, "template.name", $"Only an approved template can be sent; this one is {(status.Length == 0 ? "without a status" : status)}.");

    public static readonly TemplateFault BsuidNotSupported = new(
        "bsuid_not_supported", 131062, "recipient", "A one-time password can be sent to a phone number only: give to.");

    public static TemplateFault UnexpectedComponent(SentComponent component) => new(
        "unexpected_component", 100, $"{component.Path}.type", $"'{component.Type}' is no component that a send can have here; leave it out.");

    public static TemplateFault DuplicateComponent(SentComponent component) => new(
        "duplicate_component", 100, component.Path, "This component is given twice; keep one of them.");

    public static TemplateFault HeaderFormatMismatch(string path, string expected, string? received) => new(
        "header_format_mismatch", 132012, path, $"The header takes one {expected}, not {received ?? "nothing"}.");

    public static TemplateFault MediaIdAndLink(string path) => new("media_id_and_link", 100, path, "Give the medium's id or its link, not both.");

    public static TemplateFault MediaMissing(string path) => new("media_missing", 131008, path, "Give the medium's id, or a link that begins with http or https.");

    public static TemplateFault ParamCount(string path, string where, int given, int expected) => new(
        "param_count", 132000, path, $"{where}: number of localizable_params ({given}) does not match the expected number of params ({expected})");

    public static TemplateFault ParamNameMissing(SentParameter parameter) => new(
        "param_name_missing", 100, $"{parameter.Path}.parameter_name", "Parameter name is missing or empty: this template's values have names.");

    public static TemplateFault ParamNameUnknown(SentParameter parameter) => new(
        "param_name_unknown", 132000, $"{parameter.Path}.parameter_name", $"{parameter.Name} is not a variable of this component.");

    public static TemplateFault ParamTypeMismatch(SentParameter parameter) => new(
        "param_type_mismatch", 132012, $"{parameter.Path}.type", $"A value of type {parameter.Type ?? "(none)"} cannot stand here.");

    public static TemplateFault TextEmpty(SentParameter parameter) => new("text_empty", 131008, $"{parameter.Path}.text", "This value has no text; fill it.");

    public static TemplateFault TextForbiddenWhitespace(SentParameter parameter) => new(
        "text_forbidden_whitespace", 132018, $"{parameter.Path}.text",
        "A value cannot have line breaks, tabs or more than four spaces in a row; put it on one line.");

    public static TemplateFault HydratedTooLong(string path, string where, int most) => new(
        "hydrated_too_long", 132005, path, $"With the values in place the {where} has more than {most} characters; shorten a value.");

    public static TemplateFault OtpTooLong(SentParameter parameter) => new(
        "otp_too_long", 131009, $"{parameter.Path}.text", "A one-time password has at most 15 characters.");

    public static TemplateFault CarouselCardCount(string path, int given, int expected) => new(
        "carousel_card_count", 132000, path, $"The template has {expected} cards and {given} are filled; fill each of them once.");

    public static TemplateFault ButtonIndexOutOfRange(SentComponent button) => new(
        "button_index_out_of_range", 131009, $"{button.Path}.index", "The template has no button at this place; the first one is 0.");

    public static TemplateFault ButtonTypeMismatch(SentComponent button, string expected) => new(
        "button_type_mismatch", 132012, $"{button.Path}.sub_type", $"The button at {button.Index} is of type {expected}, not {button.SubType ?? "(none)"}.");

    public static TemplateFault PayloadTooLong(SentParameter parameter) => new(
        "param_type_mismatch", 132012, $"{parameter.Path}.payload", "A quick reply's payload has at most 128 characters.");

    public static TemplateFault CouponCodeTooLong(SentParameter parameter) => new(
        "coupon_code_too_long", 131009, $"{parameter.Path}.coupon_code", "A coupon code has at most 15 characters.");

    public static TemplateFault ButtonParameterMissing(string path, int index, string kind) => new(
        "button_parameter_missing", 131008, path, $"buttons: Button at index {index} of type {kind} requires a parameter");

    public static TemplateFault OtpMismatch(string path) => new(
        "otp_mismatch", MetaCode: null, path, "The code in the message is not the code in its button; a client would see two.");
}
