using System.Text.RegularExpressions;

namespace Lawyers.Hub.Domain.Templates;

/// <summary>Where variables may stand in a definition, and what they may be called.</summary>
internal static partial class VariableRule
{
    public static IEnumerable<DefinitionFault> Of(string part, TemplateText text, bool named)
    {
        foreach (var braces in Braces().Matches(text.Text).Select(match => match.Groups["inside"].Value).Distinct(StringComparer.Ordinal))
        {
            if (!(named ? NamedVariable() : NumberedVariable()).IsMatch(braces))
            {
                yield return new(
                    "variable_invalid",
                    named ? $"{{{{{braces}}}}} in the {part}: a variable's name has small letters, digits and underscores."
                        : $"{{{{{braces}}}}} in the {part}: variables are numbered {{{{1}}}}, {{{{2}}}} …; names need parameter_format NAMED.");
            }
        }

        if (!named && !text.Variables.SequenceEqual(Enumerable.Range(1, text.Variables.Length).Select(number => $"{number}")))
        {
            yield return new("variables_not_consecutive", $"Number the variables of the {part} from {{{{1}}}} on without a gap.");
        }

        if (Touching().IsMatch(text.Text))
        {
            yield return new("variables_touching", $"Two variables of the {part} touch; put words between them.");
        }
    }

    public static bool StandsAtAnEnd(string body) => AtAnEnd().IsMatch(body);

    [GeneratedRegex(@"\{\{(?<inside>[^{}]*)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedVariable();

    [GeneratedRegex("^[1-9][0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedVariable();

    [GeneratedRegex(@"\}\}\s*\{\{", RegexOptions.CultureInvariant)]
    private static partial Regex Touching();

    [GeneratedRegex(@"^\s*\{\{|\}\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtAnEnd();
}
