using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>The body's values, and what becomes too long once they are in place.</summary>
internal static class BodyRules
{
    private const int LongestHeader = 60;
    private const int LongestBody = 1024;
    private const int LongestCode = 15;

    public static IEnumerable<TemplateRefusal> Of(TemplateParts definition, SentComponents sent, TextValueRules values) =>
        values.Check("body", definition.BodyText, SentComponents.Parameters(sent.Body), localisable: true);

    /// <summary>Lengths count after the values are inserted.</summary>
    public static IEnumerable<TemplateRefusal> Length(TemplateParts definition, SentComponents sent)
    {
        if (TextValueRules.Hydrate(definition.BodyText, SentComponents.Parameters(sent.Body)).Length > LongestBody)
        {
            yield return new TemplateRefusal("hydrated_too_long", 132005, $"body: text is longer than {LongestBody} characters");
        }
        if (TextValueRules.Hydrate(definition.HeaderText, SentComponents.Parameters(sent.Header)).Length > LongestHeader)
        {
            yield return new TemplateRefusal("hydrated_too_long", 132005, $"header: text is longer than {LongestHeader} characters");
        }
    }

    public static IEnumerable<TemplateRefusal> Code(SentComponents sent)
    {
        if (SentComponents.Parameters(sent.Body).Any(parameter => parameter.TextAt("text")?.Length > LongestCode))
        {
            yield return new TemplateRefusal("otp_too_long", 131009, $"body: the code is longer than {LongestCode} characters");
        }
    }

    public static IEnumerable<TemplateRefusal> Offer(TemplateParts definition, SentComponents sent)
    {
        var parameter = SentComponents.Parameters(sent.Offer).Select(item => item.ObjectAt("limited_time_offer")).FirstOrDefault();
        if (definition.OfferExpires && parameter?.NumberAt("expiration_time_ms") is null)
        {
            yield return TemplateRefusal.MissingRequired("limited_time_offer.expiration_time_ms");
        }
    }
}
