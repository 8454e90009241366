using Lawyers.Hub.Application.Knowledge;

namespace Lawyers.Hub.Application.Assist;

/// <summary>Turns an article into the draft of a reply: its first whole paragraphs between a greeting and the word that this is general information.</summary>
internal static class DraftWording
{
    // Long enough to answer, short enough to be read on a phone.
    private const int MostCharacters = 900;

    public static string Of(ArticleHit article, string language)
    {
        var (greeting, closing) = language == "en"
            ? ("Thank you for your message.", "This is general information, not advice on your own matter; our lawyer will follow up with you.")
            : ("Terima kasih atas pesan Anda.", "Ini informasi umum, bukan nasihat atas perkara Anda sendiri; advokat kami akan menindaklanjutinya bersama Anda.");
        return $"{greeting}\n\n{Opening(article.Body)}\n\n{closing}";
    }

    private static string Opening(string body)
    {
        var paragraphs = body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var taken = new List<string>();
        foreach (var paragraph in paragraphs.Where(paragraph => !paragraph.StartsWith('#')))
        {
            if (taken.Count > 0 && taken.Sum(earlier => earlier.Length) + paragraph.Length > MostCharacters)
            {
                break;
            }

            taken.Add(paragraph.Length <= MostCharacters ? paragraph : Sentences(paragraph));
        }

        return string.Join("\n\n", taken);
    }

    private static string Sentences(string paragraph)
    {
        var end = paragraph.LastIndexOf(". ", MostCharacters, StringComparison.Ordinal);
        return end > 0 ? paragraph[..(end + 1)] : paragraph[..MostCharacters];
    }
}
