namespace Lawyers.Hub.Domain.Templates;

/// <summary>The values for the variables of one text. Each question is put to all values before the next, in Meta's order.</summary>
internal static class TextValueRule
{
    private const string FiveSpaces = "     ";

    /// <param name="localisable">Whether money and dates may stand there: only in the body of a positional template.</param>
    public static IEnumerable<TemplateFault> Of(string where, TemplateText text, SentComponent sent, bool named, bool localisable)
    {
        var values = sent.Parameters;
        if (named)
        {
            foreach (var value in values.Where(value => value.Name is null))
            {
                yield return TemplateFaults.ParamNameMissing(value);
            }

            foreach (var value in values.Where(value => !text.Variables.Contains(value.Name!)))
            {
                yield return TemplateFaults.ParamNameUnknown(value);
            }
        }

        var repeated = named && values.DistinctBy(value => value.Name).Count() < values.Length;
        if (values.Length != text.Variables.Length || repeated)
        {
            yield return TemplateFaults.ParamCount(sent.ValuesPath, where, values.Length, text.Variables.Length);
        }

        foreach (var value in values.Where(value => !(value.Type == "text" || (localisable && !named && value.Type is ("currency" or "date_time")))))
        {
            yield return TemplateFaults.ParamTypeMismatch(value);
        }

        foreach (var value in values.Where(value => value.Shown is null))
        {
            yield return TemplateFaults.TextEmpty(value);
        }

        foreach (var value in values.Where(value => IsForbidden(value.Shown)))
        {
            yield return TemplateFaults.TextForbiddenWhitespace(value);
        }
    }

    private static bool IsForbidden(string? text) =>
        text is not null && (text.AsSpan().ContainsAny('\r', '\n', '\t') || text.Contains(FiveSpaces, StringComparison.Ordinal));
}
