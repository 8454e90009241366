using System.Globalization;

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>
/// What a client writes, turn by turn: the demo firm's interviews <c>triage</c> and <c>criminal</c> answered as a witness would, so that
/// every answer is understood and the next question is asked.
/// </summary>
internal static class Story
{
    public const int Consenting = 2;

    private static readonly string[] Answers =
    [
        "Tidak mendesak", "Budi Santoso", "Tidak", "Pidana", "Saksi", "Tidak", "Tidak", "Tidak", "Penipuan/penggelapan",
        "Adik saya membeli motor lewat internet bulan lalu, uangnya dibawa lari penjual.", "Tidak", "LEWATI", "Kota Bandung", "Budi Santoso",
        "WhatsApp saja",
    ];

    /// <param name="turn">How many messages came before.</param>
    public static (Step Step, string Text) At(int turn) => turn switch
    {
        0 => (Step.FirstContact, "Selamat siang, saya dipanggil polisi sebagai saksi dan ingin bertanya."),
        1 => (Step.Consent, "Saya setuju"),
        _ when turn - Consenting < Answers.Length => (Step.Answer, Answers[turn - Consenting]),
        _ => (Step.FollowUp, string.Create(CultureInfo.InvariantCulture, $"Ada kabar baru dari kantor polisi, ini pesan ke-{turn}.")),
    };
}
