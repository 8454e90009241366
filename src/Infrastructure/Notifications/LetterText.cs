using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Notifications;

namespace Lawyers.Hub.Infrastructure.Notifications;

/// <summary>A letter in both languages, the reader's first: that something waits and where, and no word of a case.</summary>
internal static class LetterText
{
    private static readonly Bilingual Again = new("Belum ada yang melihat pemberitahuan ini.", "Nobody has seen this notification yet.");
    private static readonly Bilingual Open = new("Buka di Lawyers.Hub:", "Open it in Lawyers.Hub:");

    public static string Subject(StaffLetter letter, string language) => $"[Lawyers.Hub] {Words(letter.Occasion).In(language)}";

    public static string Body(StaffLetter letter, string language, Uri? dashboard)
    {
        var place = dashboard is null ? letter.Path : new Uri(dashboard, letter.Path).AbsoluteUri;
        return $"{Part(language)}\n--\n{Part(language == "en" ? "id" : "en")}";

        string Part(string spoken) =>
            $"{Words(letter.Occasion).In(spoken)}.\n{(letter.Round > 0 ? Again.In(spoken) + "\n" : "")}\n{Open.In(spoken)}\n{place}\n";
    }

    private static Bilingual Words(Occasion occasion) => occasion switch
    {
        Occasion.CriticalFlag => new("Ada tanda kritis", "A critical flag was raised"),
        Occasion.ClockHalfSpent => new("Separuh waktu menjawab sudah lewat", "Half of the time to answer is spent"),
        Occasion.ClockBreached => new("Batas waktu menjawab terlewati", "The time to answer ran out"),
        Occasion.IntakeSubmitted => new("Wawancara menunggu keputusan", "An intake waits for a decision"),
        Occasion.ComplaintReceived => new("Laporan baru masuk", "A new complaint came in"),
        Occasion.WindowClosing => new("Jendela 24 jam segera tertutup dan klien menunggu", "The 24-hour window closes soon and the client waits"),
        Occasion.ReplyToApprove => new("Balasan menunggu persetujuan", "A reply waits for approval"),
        Occasion.ReplyStale => new("Klien menulis saat balasan menunggu", "The client wrote while a reply waited"),
        Occasion.MessageFailed => new("Pesan tidak sampai ke klien", "A message did not reach its client"),
        Occasion.TemplateStopped => new("Meta menghentikan sebuah templat", "Meta stopped a template"),
        Occasion.ChannelTroubled => new("Meta melaporkan masalah pada nomor", "Meta reports trouble with a number"),
        _ => throw new ArgumentOutOfRangeException(nameof(occasion), occasion, "An occasion without words."),
    };
}
