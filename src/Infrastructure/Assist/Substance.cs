namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>
/// What a message says once its courtesies are set aside. "Selamat pagi pak, mau tanya" before a question says nothing about the question,
/// so it counts only where it is all there is.
/// </summary>
/// <param name="Words">How many words stand beyond the courtesies.</param>
internal sealed record Substance(List<Token> Tokens, List<ConceptHit> Hits, int Words)
{
    private const int Telling = 3;

    private static readonly HashSet<string> Courtesy = new(
        ["saya", "bapak", "ibu", "kak", "min", "mas", "mbak", "bang", "ya", "yah", "dong", "nih", "nah", "oh", "ini", "the", "to", "dan", "sir", "madam", "miss", "mr", "mrs", "kang", "teh", "teteh", "gan", "om", "tante", "nya", "lah", "deh", "mohon", "tolong", "please", "maaf", "sorry", "kakak", "sebelumnya", "izin", "ijin", "mau", "tanya"],
        StringComparer.Ordinal);

    public static Substance Of(List<Token> tokens, List<ConceptHit> hits, ConceptLexicon lexicon)
    {
        var polite = hits.Where(hit => lexicon.Concepts[hit.Concept].Group == "greeting").ToList();
        var covered = new bool[tokens.Count];
        foreach (var hit in polite)
        {
            for (var i = hit.Start; i < hit.Start + hit.Length; i++) covered[i] = true;
        }

        var words = tokens.Where((token, i) => !covered[i] && !Courtesy.Contains(token.Text)).Count();
        if (words < Telling) return new Substance(tokens, hits, words);
        return new Substance([.. tokens.Where((_, i) => !covered[i])], [.. hits.Where(hit => Enumerable.Range(hit.Start, hit.Length).Any(i => !covered[i]))], words);
    }
}
