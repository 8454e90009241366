using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Notifications;

namespace Lawyers.Hub.Application.Notifications;

/// <summary>What staff is told outside the dashboard: that something waits, and no word of a case.</summary>
public static class OccasionWords
{
    public static Bilingual Of(Occasion occasion) => occasion switch
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
