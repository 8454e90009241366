using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist.Masking;

/// <summary>Names of persons, by cue, by list and by ending; with or without capitals.</summary>
internal sealed class PersonNames(string text, IReadOnlyList<Word> words, Found found)
{
    private const int LongestName = 6;

    private enum Cue { None, Relation, Naming, Honorific }

    private readonly bool _capitalsTell = Words.CapitalsTell(text);

    public static void Find(string text, IReadOnlyList<Word> words, Found found) => new PersonNames(text, words, found).Find();

    private void Find()
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!StartsName(i)) continue;
            var first = i;
            while (first > 0 && JoinsLeft(first)) first--;
            var last = LastOf(i);
            if (found.IsFree(words[first].Start, words[last].End)) found.Mask(words[first].Start, words[last].End, PiiType.Person);
            else if (found.IsFree(words[i].Start, words[last].End)) found.Mask(words[i].Start, words[last].End, PiiType.Person);
            i = last;
        }
    }

    private bool StartsName(int i)
    {
        var word = words[i];
        if (word.Casing == Casing.Number || word.Text.Length < 2 || !found.IsFree(word.Start, word.End)) return IsBalineseParticle(i);
        if (NameCues.IsHonorific(word.Lower) && !IsNobleTitle(i)) return false;
        if (Organisations.IsBrand(word.Lower) || IsAcronym(word)) return false;

        var listed = Names.IsListed(word.Lower);
        var capitalised = _capitalsTell && word.IsCapitalised;
        var cue = CueBefore(i);
        if (Regions.IsPlace(word.Lower) && !(cue == Cue.Honorific || (listed && cue == Cue.Naming))) return false;
        if (i > 0 && words[i - 1].Lower is "idul" or "hari") return false; // a feast, not Fitri
        if (IsNobleTitle(i) || IsBalineseParticle(i)) return true;
        var exactlyOrdinary = OrdinaryWords.ContainsExactly(word.Lower);
        return cue switch
        {
            Cue.Honorific => listed && (!exactlyOrdinary || (capitalised && !IsRole(word))) || (LooksPronounceable(word) && !IsOrdinary()),
            Cue.Naming => (listed && !NameCues.IsBetween(word.Lower)) || ((capitalised || (LooksPronounceable(word) && word.Text.Length >= 4)) && !IsOrdinary()),
            Cue.Relation => (listed && !exactlyOrdinary) || (capitalised && listed && !word.BeginsSentence && !IsRole(word)) || (((capitalised && (!word.BeginsSentence || word.Gap.Contains(':', StringComparison.Ordinal))) || Names.HasNameEnding(word.Lower)) && !IsOrdinary()),
            _ => (listed && !exactlyOrdinary && (capitalised || !_capitalsTell || word.Text.Length >= 5))
                || (_capitalsTell && word.Casing == Casing.Title && listed && !word.BeginsSentence && !IsRole(word))
                || (capitalised && listed && NextIsName(i))
                || (Names.HasNameEnding(word.Lower) && !IsOrdinary()),
        };

        bool IsOrdinary() => exactlyOrdinary || OrdinaryWords.Contains(word.Lower);
    }

    private Cue CueBefore(int i)
    {
        var at = i - 1;
        if (at < 0) return Cue.None;
        if (words[i].Gap.Contains('\n', StringComparison.Ordinal)) return Cue.None;
        if (NameCues.IsHonorific(words[at].Lower) && words[i].Gap.Trim() is ("" or "."))
        {
            return at > 0 && NameCues.IsNaming(words[at - 1].Lower) ? Cue.Naming : Cue.Honorific;
        }

        if (NameCues.IsNaming(words[at].Lower) || EndsWithOnBehalfOf(words[i].Start)) return Cue.Naming;

        // "nama saya suryadi", "Nama lengkap: ...", "pak RT Sudirman"
        for (var back = at; back >= 0 && back >= i - 3; back--)
        {
            if (!NameCues.IsBetween(words[back].Lower) || words[back].Gap.AsSpan().IndexOfAny(".!?\n") >= 0) break;
            if (back > 0 && NameCues.IsNaming(words[back - 1].Lower)) return Cue.Naming;
            if (back > 0 && words[back].Lower is "rt" or "rw" or "haji" && NameCues.IsHonorific(words[back - 1].Lower)) return Cue.Honorific;
            if (back > 0 && NameCues.IsRelation(words[back - 1].Lower)) return Cue.Relation;
        }

        if (JoinsPerson(i)) return Cue.Relation;
        return NameCues.IsRelation(words[at].Lower) && words[i].Gap.Trim() is ("" or ":" or ",") ? Cue.Relation : Cue.None;
    }

    // "saksi Sarmidi dan Tukirah", "Lilis Suryani, Asep Sunandar"
    private bool JoinsPerson(int i) =>
        words[i].Gap.Trim() is "," ? found.Holds(words[i - 1].Start, PiiType.Person)
        : i > 1 && words[i - 1].Lower is ("dan" or "and" or "serta" or "sama" or "vs" or "bersama") && found.Holds(words[i - 2].Start, PiiType.Person);

    private int LastOf(int first)
    {
        var last = first;
        while (last + 1 < words.Count && last - first + 1 < LongestName && JoinsRight(first, last + 1)) last++;
        while (last > first && Names.Links(words[last].Lower)) last--;
        return last;
    }

    private bool JoinsRight(int first, int i)
    {
        var word = words[i];
        if (!word.FollowsDirectly || !found.IsFree(word.Start, word.End) || word.Casing == Casing.Number || IsDegree(i)) return false;
        if (word.Gap.Contains('.', StringComparison.Ordinal) && words[i - 1].Text.Length > 3) return false;
        if (IsNobleTitle(i)) return true;
        if (Names.Links(word.Lower))
        {
            return i + 1 < words.Count && words[i + 1].FollowsDirectly
                && (!OrdinaryWords.ContainsExactly(words[i + 1].Lower) || (_capitalsTell && words[i + 1].IsCapitalised && Names.IsListed(words[i + 1].Lower)));
        }

        if (Names.Links(words[i - 1].Lower)) return true;
        if (IsBalineseParticle(first) && i == first + 1) return true;
        var listed = Names.IsListed(word.Lower);
        var ordinary = OrdinaryWords.ContainsExactly(word.Lower);
        if (_capitalsTell && words[first].IsCapitalised)
        {
            if (!word.IsCapitalised) return false;
            return listed ? !IsRole(word) || i + 1 == words.Count || words[i + 1].Casing != Casing.Number : !OrdinaryWords.Contains(word.Lower) && !IsAcronym(word);
        }

        return (listed && !ordinary && !(Regions.IsPlace(word.Lower) && words[i].Lower.Length < 5)) || (!OrdinaryWords.Contains(word.Lower) && Names.HasNameEnding(word.Lower));
    }

    private bool JoinsLeft(int first)
    {
        var (left, word) = (words[first - 1], words[first]);
        if (!word.FollowsDirectly || word.Gap.Contains('.', StringComparison.Ordinal) || !found.IsFree(left.Start, left.End)) return false;
        if (!_capitalsTell || !left.IsCapitalised || !word.IsCapitalised || IsAcronym(left)) return false;
        if (IsNobleTitle(first - 1) || IsBalineseParticle(first - 1)) return true;
        if (Names.IsListed(left.Lower) && !IsRole(left) && (!left.BeginsSentence || left.Gap.Contains(':', StringComparison.Ordinal))) return true;
        return left.Text.Length > 1 && !NameCues.IsHonorific(left.Lower) && !NameCues.IsRelation(left.Lower) && !NameCues.IsNaming(left.Lower)
            && !OrdinaryWords.Contains(left.Lower) && !Regions.IsPlace(left.Lower) && !Organisations.IsBrand(left.Lower);
    }

    private bool NextIsName(int i) =>
        i + 1 < words.Count && words[i + 1].FollowsDirectly && words[i + 1].IsCapitalised && Names.IsListed(words[i + 1].Lower) && !IsRole(words[i + 1]);

    // "Raden Mas Suryo": a title of birth belongs to the name, an honorific does not.
    private bool IsNobleTitle(int i) =>
        (words[i].Lower is "raden" or "gusti" or "cokorda" && words[i].IsCapitalised && i + 1 < words.Count && words[i + 1].IsCapitalised)
        || (words[i].Lower is "mas" or "ajeng" or "ayu" && i > 0 && words[i - 1].Lower == "raden");

    // "I Made ...", "Ni Luh ..."
    private bool IsBalineseParticle(int i) =>
        words[i].Text is "I" or "Ni" && i + 1 < words.Count && words[i + 1].FollowsDirectly
        && words[i + 1].Lower is "made" or "wayan" or "ketut" or "nyoman" or "putu" or "gede" or "komang" or "kadek" or "gusti" or "luh" or "dewa" or "nengah" or "ngurah" or "gst";

    private bool EndsWithOnBehalfOf(int start)
    {
        var before = text.AsSpan(0, start).TrimEnd([' ', ':']);
        return before.EndsWith("a.n.", StringComparison.OrdinalIgnoreCase) || before.EndsWith("a.n", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("a/n", StringComparison.OrdinalIgnoreCase) || before.EndsWith("atas nama", StringComparison.OrdinalIgnoreCase);
    }

    private bool IsAcronym(Word word) => _capitalsTell && word.Casing is Casing.Upper && word.Text.Length <= 5 && !Names.IsListed(word.Lower);

    private bool IsDegree(int i) =>
        words[i].Text is "SH" or "MH" or "SE" or "ST" or "MM" or "Hum" or "Kn" or "Sos" or "Pd" or "Si" or "Ag" or "Kom" or "MBA" or "PhD" or "Esq"
        || (words[i].Text.Length == 1 && words[i].IsCapitalised && words[i].Gap.Contains(',', StringComparison.Ordinal));

    private static bool IsRole(Word word) => word.Lower is "hakim" or "ketua" or "raja" or "made" or "april" or "juli" or "mei" or "juni" or "maret" or "jan"
        or "tuan" or "bupati" or "abang" or "bunda" or "sari" && OrdinaryWords.ContainsExactly(word.Lower);

    private static bool LooksPronounceable(Word word) =>
        word.Text.Length >= 3 && word.Lower.Any(IsVowel) && !word.Lower.All(IsVowel);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
