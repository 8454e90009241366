namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>
/// The words an Indonesian word may be formed from: <c>perceraian</c> gives <c>cerai</c>, <c>mengusir</c> gives <c>usir</c>. Rules only, no list of
/// roots: it proposes too many, which is harmless because a proposal counts only if it is looked for.
/// </summary>
internal static class WordForms
{
    private const int ShortestRoot = 3;
    private static readonly string[] Suffixes = ["nya", "lah", "kah", "pun", "kan", "ku", "mu", "an", "in", "i", "ne", "e", "na", "ke", "s"];

    // The nasal prefixes swallow the first sound of the root; the second part is what may have been swallowed.
    private static readonly (string Prefix, string[] Restores)[] Prefixes =
    [
        ("meng", ["", "k"]), ("meny", ["s"]), ("mem", ["", "p"]), ("men", ["", "t"]), ("me", [""]),
        ("peng", ["", "k"]), ("peny", ["s"]), ("pem", ["", "p"]), ("pen", ["", "t"]), ("per", [""]), ("pe", [""]),
        ("di", [""]), ("ber", [""]), ("ter", [""]), ("ke", [""]), ("ka", [""]), ("se", [""]), ("be", [""]), ("te", [""]),
        ("nge", [""]), ("ng", ["", "k"]), ("ny", ["s", "c"]), ("dipun", [""]), ("tak", [""]), ("n", ["t"]), ("m", ["p"]),
    ];

    /// <summary>The word itself first, then what it may come from.</summary>
    public static string[] Of(string word)
    {
        if (word.Length <= ShortestRoot || word[0] == '<') return [word];
        var forms = new List<string> { word };
        AddWithoutSuffixes(word, forms, depth: 2);
        for (int i = 0, unprefixed = forms.Count; i < unprefixed; i++) AddWithoutPrefixes(forms[i], forms, depth: 2);
        return [.. forms.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>One form for counting words of a kind together: the shortest proposal of at least four letters.</summary>
    public static string Stem(string[] forms)
    {
        var stem = forms[0];
        foreach (var form in forms)
        {
            if (form.Length >= 4 && (form.Length < stem.Length || (form.Length == stem.Length && string.CompareOrdinal(form, stem) < 0))) stem = form;
        }

        return stem;
    }

    private static void AddWithoutSuffixes(string word, List<string> forms, int depth)
    {
        foreach (var suffix in Suffixes)
        {
            var rest = word.Length - suffix.Length;
            if (rest < ShortestRoot + (suffix.Length == 1 ? 1 : 0) || !word.EndsWith(suffix, StringComparison.Ordinal)) continue;
            forms.Add(word[..rest]);
            if (depth > 1) AddWithoutSuffixes(word[..rest], forms, depth - 1);
        }
    }

    private static void AddWithoutPrefixes(string word, List<string> forms, int depth)
    {
        foreach (var (prefix, restores) in Prefixes)
        {
            if (word.Length - prefix.Length < ShortestRoot || !word.StartsWith(prefix, StringComparison.Ordinal)) continue;
            foreach (var restored in restores)
            {
                var root = restored + word[prefix.Length..];
                forms.Add(root);
                if (depth > 1) AddWithoutPrefixes(root, forms, depth - 1);
            }
        }
    }
}
