using System.Globalization;
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
        Occasion.ChannelStopped => new("Meta menolak semua pesan dari sebuah nomor", "Meta refuses all messages from a number"),
        Occasion.TemplateRatedWorse => new("Mutu sebuah templat turun", "A template is rated worse"),
        Occasion.KeyRotated => new("Kunci segel catatan diganti", "The ledger's signing key was replaced"),
        Occasion.DailyDigest => new("Yang menunggu Anda hari ini", "What waits for you today"),
        _ => throw new ArgumentOutOfRangeException(nameof(occasion), occasion, "An occasion without words."),
    };

    /// <summary>A line of a digest: how many of what.</summary>
    public static Bilingual Of(WaitingCount waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        var (count, one) = (waiting.Count.ToString(CultureInfo.InvariantCulture), waiting.Count == 1);
        return waiting.What switch
        {
            Waiting.Answer => new($"{count} klien menunggu jawaban", one ? "1 client waits for an answer" : $"{count} clients wait for an answer"),
            Waiting.Reply => new($"{count} balasan menunggu persetujuan", one ? "1 reply waits for approval" : $"{count} replies wait for approval"),
            Waiting.StaleReply => new(
                $"{count} di antaranya ditulisi klien sejak itu", one ? "to 1 of them the client has written since" : $"to {count} of them the client has written since"),
            Waiting.Intake => new($"{count} wawancara menunggu keputusan", one ? "1 intake waits for a decision" : $"{count} intakes wait for a decision"),
            Waiting.Complaint => new($"{count} laporan belum selesai", one ? "1 complaint is not closed" : $"{count} complaints are not closed"),
            _ => throw new ArgumentOutOfRangeException(nameof(waiting), waiting.What, "Something waits that has no words."),
        };
    }

    /// <summary>The dashboard's page where it waits.</summary>
    public static string PathOf(Waiting what) => what switch
    {
        Waiting.Answer => "/inbox?filter=owed",
        Waiting.Reply or Waiting.StaleReply => "/replies",
        Waiting.Intake => "/intakes?state=submitted",
        Waiting.Complaint => "/tickets",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Something waits that has no page."),
    };
}
