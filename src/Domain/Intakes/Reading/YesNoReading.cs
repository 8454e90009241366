namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>Yes or no in both languages, also as the first word of a short answer ("ya, sudah").</summary>
internal static class YesNoReading
{
    private const int MostWords = 4;

    private static readonly string[] Yes = ["ya", "y", "iya", "iyaa", "yaa", "betul", "benar", "sudah", "udah", "sdh", "yes", "yep", "1"];
    private static readonly string[] No = ["tidak", "tdk", "gak", "ga", "nggak", "ngga", "enggak", "engga", "bukan", "belum", "blm", "no", "n", "2"];

    // "Tidak tahu" is no "no", and "ya, mungkin" no "yes".
    private static readonly string[] Doubt =
        ["tahu", "tau", "yakin", "ingat", "paham", "mengerti", "ngerti", "pasti", "jelas", "mungkin", "know", "sure", "idea", "maybe", "remember", "atau", "or"];

    public static bool? Read(string text)
    {
        var words = PlainText.WordsOf(TidyText.Of(text));
        if (words.Length is 0 or > MostWords || words.Any(Doubt.Contains))
        {
            return null;
        }

        return (Yes.Contains(words[0]), No.Contains(words[0])) switch
        {
            (true, _) when !words.Any(No.Contains) => true,
            (_, true) when !words.Any(word => word != "sudah" && word != "udah" && word != "sdh" && Yes.Contains(word)) => false,
            _ => null,
        };
    }
}
