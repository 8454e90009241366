namespace Lawyers.Hub.Domain.Templates;

/// <summary>The body's values, and what becomes too long once the values are in their places.</summary>
internal static class BodyRule
{
    private const int LongestHeader = 60;
    private const int LongestBody = 1024;
    private const int LongestCode = 15;

    public static IEnumerable<TemplateFault> Of(TemplateParts definition, SentComponents sent, bool named) =>
        TextValueRule.Of("body", definition.Body, sent.Body, named, localisable: true);

    public static IEnumerable<TemplateFault> Length(TemplateParts definition, SentComponents sent)
    {
        if (definition.Body.Hydrate(sent.Body.Parameters).Length > LongestBody)
        {
            yield return TemplateFaults.HydratedTooLong(sent.Body.Path, "body", LongestBody);
        }

        if (definition.Header.Hydrate(sent.Header.Parameters).Length > LongestHeader)
        {
            yield return TemplateFaults.HydratedTooLong(sent.Header.Path, "header", LongestHeader);
        }
    }

    /// <summary>What an authentication template carries is a code.</summary>
    public static IEnumerable<TemplateFault> Code(SentComponents sent) =>
        sent.Body.Parameters.Where(value => value.Shown?.Length > LongestCode).Select(TemplateFaults.OtpTooLong);
}
