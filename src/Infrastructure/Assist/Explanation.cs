using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>Says in a lawyer's words why a label was chosen: the concepts and words of the message that weighed most.</summary>
internal sealed class Explanation(FeatureSpace space, string text)
{
    private const int ReasonsPerLabel = 3;
    private const double Negligible = 0.05;

    private readonly Dictionary<string, string> _found = FoundWords(text);

    public IEnumerable<Evidence> Of<T>(string about, T label, LabelModel<T> model, SparseVector message) where T : struct, Enum =>
        model.Reasons(message, label)
            .Where(reason => reason.Weight > Negligible)
            .OrderByDescending(reason => reason.Weight)
            .Select(reason => (Words: Readable(space.NameOf(reason.Feature)), reason.Weight))
            .Where(reason => reason.Words is not null)
            .DistinctBy(reason => reason.Words)
            .Take(ReasonsPerLabel)
            .Select(reason => new Evidence($"{about} {Label.Of(label)}: {reason.Words}", Math.Round(reason.Weight, 3)));

    private static Dictionary<string, string> FoundWords(string text)
    {
        var tokens = Tokeniser.Tokens(text);
        return ConceptLexicon.Shipped.Find(tokens)
            .GroupBy(hit => ConceptLexicon.Shipped.Concepts[hit.Concept].Name)
            .ToDictionary(
                hits => hits.Key,
                hits => string.Join(", ", hits
                    .Select(hit => string.Join(' ', tokens.Skip(hit.Start).Take(hit.Length).Select(token => token.Text)))
                    .Distinct()
                    .Take(3)),
                StringComparer.Ordinal);
    }

    // Lengths and counts help the model but tell a reader nothing.
    private string? Readable(string feature) => feature[0] switch
    {
        'c' when feature[1] == '#' => feature[2..] is "shape" or "time" ? null : $"words about {feature[2..].Replace('_', ' ')}",
        'c' => $"{feature[1..].Replace('_', ' ')} ({_found.GetValueOrDefault(feature[1..], "")})",
        'w' when feature.AsSpan(1).ContainsAny('~', '^', '$') => null,
        'w' => $"“{feature[1..]}”",
        's' when feature.StartsWith("slength", StringComparison.Ordinal) || feature.StartsWith("sareas", StringComparison.Ordinal) => null,
        's' when feature.StartsWith("sbeyond", StringComparison.Ordinal) => feature == "sbeyond greeting 0" ? "nothing beyond a greeting" : null,
        's' => feature[1..].Replace('_', ' '),
        _ => null,
    };
}
