using System.Globalization;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>What a classifier sees of a message: named features, in blocks that are each brought to length one before they are weighed.</summary>
internal sealed record FeatureBlocks(
    IReadOnlyDictionary<string, double> Words,
    IReadOnlyDictionary<string, double> Letters,
    IReadOnlyDictionary<string, double> Concepts,
    IReadOnlyDictionary<string, double> Shape);

internal static partial class MessageFeatures
{
    private const int ShortestGram = 3, LongestGram = 5;

    public static FeatureBlocks Of(string text) => Of(text, ConceptLexicon.Shipped);

    public static FeatureBlocks Of(string text, ConceptLexicon lexicon)
    {
        var tokens = Tokeniser.Tokens(text);
        var hits = lexicon.Find(tokens);
        var substance = Substance.Of(tokens, hits, lexicon);
        return new FeatureBlocks(
            Words(substance.Tokens), Letters(substance.Tokens), Concepts(substance.Hits, lexicon), Shape(text, tokens, substance, lexicon));
    }

    /// <summary>Whether it greets, thanks or acknowledges at all, or is too short to do anything else.</summary>
    public static bool HasCourtesy(string text)
    {
        var tokens = Tokeniser.Tokens(text);
        return tokens.Count < 3 || ConceptLexicon.Shipped.Find(tokens).Exists(hit => ConceptLexicon.Shipped.Concepts[hit.Concept].Group == "greeting");
    }

    /// <summary>Whether danger, force, loss, a deadline or a hearing is named at all.</summary>
    public static bool NamesHarm(string text) =>
        ConceptLexicon.Shipped.Find(Tokeniser.Tokens(text)).Exists(hit => ConceptLexicon.Shipped.Concepts[hit.Concept].Group == "harm");

    /// <summary>Whether a field of law and something that went wrong in it are both named.</summary>
    public static bool NamesMatterAndWrong(IReadOnlyList<Token> tokens)
    {
        var concepts = ConceptLexicon.Shipped.Find(tokens).ConvertAll(hit => ConceptLexicon.Shipped.Concepts[hit.Concept]);
        return concepts.Exists(concept => Areas.Contains(concept.Group)) && concepts.Exists(concept => concept.Name == "wronged");
    }

    private static Dictionary<string, double> Words(List<Token> tokens)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            words[tokens[i].Text] = 1;
            words["~" + WordForms.Stem(tokens[i].Forms)] = 1;
            words[(i == 0 ? "^" : tokens[i - 1].Text) + " " + tokens[i].Text] = 1;
        }

        if (tokens.Count > 0) words[tokens[^1].Text + " $"] = 1;
        return words;
    }

    private static Dictionary<string, double> Letters(List<Token> tokens)
    {
        var grams = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            var word = " " + token.Text + " ";
            for (var length = ShortestGram; length <= LongestGram; length++)
            {
                for (var start = 0; start + length <= word.Length; start++) grams[word.Substring(start, length)] = 1;
            }
        }

        return grams;
    }

    private static Dictionary<string, double> Concepts(List<ConceptHit> hits, ConceptLexicon lexicon)
    {
        var concepts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var hit in hits) concepts[lexicon.Concepts[hit.Concept].Name] = 1;
        foreach (var group in hits.Select(hit => (lexicon.Concepts[hit.Concept].Group, hit.Start)).Distinct().GroupBy(hit => hit.Group))
        {
            concepts["#" + group.Key] = 1 + Math.Log(group.Count());
        }

        return concepts;
    }

    private static Dictionary<string, double> Shape(string text, List<Token> tokens, Substance substance, ConceptLexicon lexicon)
    {
        var hits = substance.Hits;
        var shape = new Dictionary<string, double>(StringComparer.Ordinal);
        var length = tokens.Count;
        shape["length " + length switch { <= 2 => "1-2", <= 5 => "3-5", <= 9 => "6-9", <= 14 => "10-14", <= 20 => "15-20", <= 28 => "21-28", <= 40 => "29-40", _ => "41+" }] = 1;
        shape["length"] = Math.Min(1.5, length / 30.0);
        Mark("question mark", text.Contains('?', StringComparison.Ordinal));
        Mark("exclamation mark", text.Contains('!', StringComparison.Ordinal));
        Mark("several exclamation marks", text.Count(c => c == '!') > 1);
        Mark("attachment", tokens.Any(token => token.Text == Tokeniser.Attachment));
        Mark("link", tokens.Any(token => token.Text == Tokeniser.Url));
        Mark("amount", tokens.Any(token => token.Text == Tokeniser.Money));
        Mark("several amounts", tokens.Count(token => token.Text == Tokeniser.Money) > 1);
        Mark("voice note", VoiceNote().IsMatch(text));
        Mark("capitals", text.Count(char.IsUpper) > 0.4 * text.Count(char.IsLetter) && length > 2);
        Mark("emoji", text.Any(char.IsSurrogate));
        Mark("number", tokens.Any(token => char.IsAsciiDigit(token.Text[0]) || token.Text == Tokeniser.Number));
        var commas = text.Count(c => c is ',' or ';');
        Mark("list of " + commas switch { 1 => "two", 2 => "three", 3 => "four", _ => "many" }, commas > 0);
        Mark("several sentences", SentenceEnd().Count(text) > 1);

        // Nothing beyond the courtesies is a greeting, a lot is a story.
        shape["beyond greeting " + substance.Words switch { 0 => "0", 1 => "1", 2 => "2", <= 4 => "3-4", <= 8 => "5-8", _ => "9+" }] = 1;

        var groups = hits.Select(hit => lexicon.Concepts[hit.Concept].Group).ToHashSet();
        var names = hits.Select(hit => lexicon.Concepts[hit.Concept].Name).ToHashSet();
        var areas = groups.Count(group => Areas.Contains(group));
        shape["areas touched " + Math.Min(areas, 5).ToString(CultureInfo.InvariantCulture)] = 1;

        foreach (var harm in (string[])["physical_danger", "captivity", "force_arriving", "loss_of_liberty", "irreversible_loss", "deadline", "hearing"])
        {
            if (!names.Contains(harm)) continue;
            foreach (var time in (string[])["now", "today", "tomorrow", "this_week", "past", "hypothetical"])
            {
                if (names.Contains(time)) shape[harm + " + " + time] = 1;
            }
        }

        Mark("harm, but past or hypothetical", groups.Contains("harm") && (names.Contains("past") || names.Contains("hypothetical")) && !names.Contains("now") && !names.Contains("today"));
        Mark("near date, no harm", (names.Contains("today") || names.Contains("tomorrow") || names.Contains("this_week")) && !groups.Contains("harm"));
        Mark("no harm", !groups.Contains("harm"));

        // A trouble told, and nothing that one asks of a firm already at work: the usual first message.
        var asksTheFirm = groups.Any(Requests.Contains);
        Mark("a matter, no request", areas > 0 && !asksTheFirm);
        Mark("a matter and a wrong, no request", areas > 0 && !asksTheFirm && groups.Contains("trouble"));
        Mark("a wrong and a matter", areas > 0 && groups.Contains("trouble"));
        Mark("neither matter nor request", areas == 0 && !asksTheFirm);
        return shape;

        void Mark(string name, bool holds)
        {
            if (holds) shape[name] = 1;
        }
    }

    private static readonly HashSet<string> Areas = new(
        ["family", "labour", "land_property", "criminal", "corporate_contract", "debt_civil", "immigration", "inheritance", "consumer", "other_area"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Requests = new(
        ["follow_up", "send_document", "ask_status", "ask_fee", "schedule_meeting", "complaint", "opt_out", "data_request", "spam", "office"],
        StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*(?:vn|voice\s?note)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VoiceNote();

    [GeneratedRegex(@"[.!?]+(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
