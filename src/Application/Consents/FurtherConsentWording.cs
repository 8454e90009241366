using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Consents;

/// <summary>
/// How a client who has agreed to the notice is asked for more. The notice itself names what every client is asked; this names only what one
/// interview needs on top of it, under the notice that the client has read.
/// </summary>
internal static class FurtherConsentWording
{
    private static readonly Bilingual Before = new(
        "Untuk bagian berikutnya kami memerlukan persetujuan Anda juga untuk:",
        "For the next part we also need your consent to:");

    private static readonly Bilingual After = new(
        "Pemberitahuan privasi yang sudah Anda setujui tetap berlaku: Anda boleh menolak, dan menarik persetujuan kapan saja dengan menulis BERHENTI. Apakah Anda setuju?",
        "The privacy notice that you agreed to still applies: you may refuse, and withdraw your consent at any time by writing STOP. Do you agree?");

    // What was agreed to before stays, so nothing here says that nothing is processed any more.
    private static readonly Bilingual No = new(
        "Baik. Tanpa persetujuan itu bagian ini tidak kami lanjutkan; yang sudah Anda setujui sebelumnya tetap berlaku. "
        + "Ketik SETUJU bila Anda berubah pikiran, PETUGAS untuk berbicara dengan petugas, atau BATAL untuk mengakhiri wawancara ini.",
        "All right. Without it we do not go on with this part; what you agreed to before still applies. "
        + "Type I AGREE if you change your mind, PERSON to talk to a person, or CANCEL to end this interview.");

    // To whoever goes on writing after a no, or after having been asked often enough: the question itself is not pressed further.
    private static readonly Bilingual Waits = new(
        "Bagian ini menunggu persetujuan Anda. Ketik SETUJU untuk melanjutkan, PETUGAS untuk berbicara dengan petugas, atau BATAL untuk mengakhiri "
        + "wawancara ini.",
        "This part waits for your consent. Type I AGREE to go on, PERSON to talk to a person, or CANCEL to end this interview.");

    public static string Question(IReadOnlyList<Purpose> purposes, string language) =>
        $"{Before.In(language)}\n\n{string.Join('\n', purposes.Select(purpose => $"• {Of(purpose).In(language)}"))}\n\n{After.In(language)}";

    public static string AfterNo(string language) => No.In(language);

    public static string Standing(string language) => Waits.In(language);

    private static Bilingual Of(Purpose purpose) => purpose switch
    {
        Purpose.Intake => new("wawancara awal, dengan jawaban dan berkas Anda", "a first interview, with your answers and files"),
        Purpose.Messaging => new("jawaban dan pemberitahuan lewat WhatsApp", "answers and notices by WhatsApp"),
        Purpose.ConflictCheck => new("pemeriksaan benturan kepentingan", "a check for conflicts of interest"),
        Purpose.ExternalAi => new(
            "pengolahan teks yang sudah disamarkan oleh penyedia bantuan di luar kantor", "processing of masked text by an assist provider outside our office"),
        Purpose.Screening => new("skrining kesehatan, termasuk data kesehatan yang Anda sampaikan", "a health screening, with the health data that you tell us"),
        Purpose.Child => new(
            "pemrosesan data anak: Anda menyetujuinya sebagai orang tua atau walinya, atau dengan izin mereka",
            "processing of a child's data: you agree as its parent or guardian, or with their leave"),
    };
}
