namespace Lawyers.Hub.Simulator.Templates;

/// <summary>The first rule that a template message breaks: its name, Meta's code, and what to tell the sender.</summary>
internal sealed record TemplateRefusal(string Reason, int Code, string Details)
{
    public static TemplateRefusal MissingRequired(string parameter) =>
        new("missing_required", 131008, $"Required parameter is missing: {parameter}");

    public static TemplateRefusal Count(string where, int given, int expected) => new(
        "param_count", 132000, $"{where}: number of localizable_params ({given}) does not match the expected number of params ({expected})");
}
