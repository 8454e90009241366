using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Notifications;

namespace Lawyers.Hub.Infrastructure.Notifications;

/// <summary>A letter in both languages, the reader's first: that something waits and where, and no word of a case.</summary>
internal static class LetterText
{
    private static readonly Bilingual Again = new("Belum ada yang melihat pemberitahuan ini.", "Nobody has seen this notification yet.");
    private static readonly Bilingual Private = new("Isi perkara tidak pernah ditulis di surel.", "No mail ever says what a case is about.");
    private static readonly Bilingual Open = new("Buka di Lawyers.Hub:", "Open it in Lawyers.Hub:");

    public static string Subject(StaffLetter letter, string language) => $"[Lawyers.Hub] {OccasionWords.Of(letter.Occasion).In(language)}";

    public static string Body(StaffLetter letter, string language, Uri? dashboard)
    {
        return $"{Part(language)}\n--\n{Part(language == "en" ? "id" : "en")}";

        string Part(string spoken) => letter.Waiting.Count > 0
            ? $"{OccasionWords.Of(letter.Occasion).In(spoken)}:\n\n{string.Concat(letter.Waiting.Select(waiting => Line(waiting, spoken)))}\n{Private.In(spoken)}\n"
            : $"{OccasionWords.Of(letter.Occasion).In(spoken)}.\n{(letter.Round > 0 ? Again.In(spoken) + "\n" : "")}\n{Open.In(spoken)}\n{PageAt(letter.Path)}\n";

        string Line(WaitingCount waiting, string spoken) => $"- {OccasionWords.Of(waiting).In(spoken)}\n  {PageAt(OccasionWords.PathOf(waiting.What))}\n";

        string PageAt(string path) => dashboard is null ? path : new Uri(dashboard, path).AbsoluteUri;
    }
}
