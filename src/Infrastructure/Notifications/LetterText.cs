using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Infrastructure.Notifications;

/// <summary>A letter in both languages, the reader's first: that something waits and where, and no word of a case.</summary>
internal static class LetterText
{
    private static readonly Bilingual Again = new("Belum ada yang melihat pemberitahuan ini.", "Nobody has seen this notification yet.");
    private static readonly Bilingual Open = new("Buka di Lawyers.Hub:", "Open it in Lawyers.Hub:");

    public static string Subject(StaffLetter letter, string language) => $"[Lawyers.Hub] {OccasionWords.Of(letter.Occasion).In(language)}";

    public static string Body(StaffLetter letter, string language, Uri? dashboard)
    {
        var place = dashboard is null ? letter.Path : new Uri(dashboard, letter.Path).AbsoluteUri;
        return $"{Part(language)}\n--\n{Part(language == "en" ? "id" : "en")}";

        string Part(string spoken) =>
            $"{OccasionWords.Of(letter.Occasion).In(spoken)}.\n{(letter.Round > 0 ? Again.In(spoken) + "\n" : "")}\n{Open.In(spoken)}\n{place}\n";
    }
}
