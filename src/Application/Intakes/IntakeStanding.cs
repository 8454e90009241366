using System.Globalization;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Where an intake stands, as its client is told who asks. Nothing about when or how it will be decided: that is nobody's to promise.</summary>
internal static class IntakeStanding
{
    private static readonly Bilingual Running = new(
        "Wawancara Anda masih berjalan; {0} jawaban sudah kami catat. Kami menunggu jawaban Anda atas pertanyaan berikut.",
        "Your interview is still open; we have noted {0} answers. We are waiting for your answer to the next question.");

    private static readonly Bilingual AwaitingConsent = new(
        "Wawancara Anda masih berjalan; {0} jawaban sudah kami catat. Untuk bagian berikutnya kami menunggu persetujuan Anda.",
        "Your interview is still open; we have noted {0} answers. For the next part we are waiting for your consent.");

    private static readonly Bilingual Waiting = new(
        "Permohonan Anda{0} sudah lengkap dan menunggu diperiksa oleh kantor kami. Untuk berbicara dengan petugas, ketik PETUGAS.",
        "Your request{0} is complete and waits to be looked at by our office. To talk to a person, type PERSON.");

    private static readonly Bilingual Reviewed = new(
        "Permohonan Anda{0} sedang diperiksa oleh kantor kami. Untuk berbicara dengan petugas, ketik PETUGAS.",
        "Your request{0} is being looked at by our office. To talk to a person, type PERSON.");

    private static readonly Bilingual Accepted = new(
        "Permohonan Anda sudah diterima oleh kantor kami. Untuk berbicara dengan petugas, ketik PETUGAS.",
        "Our office has accepted your request. To talk to a person, type PERSON.");

    private static readonly Bilingual Declined = new(
        "Saat ini kami belum dapat menangani permohonan Anda. Untuk berbicara dengan petugas, ketik PETUGAS.",
        "At this time we are not able to take on your request. To talk to a person, type PERSON.");

    private static readonly Bilingual Referred = new(
        "Permohonan Anda kami rujuk kepada pihak lain yang dapat membantu. Untuk berbicara dengan petugas, ketik PETUGAS.",
        "We have referred your request to others who can help. To talk to a person, type PERSON.");

    private static readonly Bilingual Cancelled = new(
        "Wawancara Anda sudah dibatalkan. Tulis kapan saja bila Anda ingin memulai lagi.",
        "Your interview was cancelled. Write at any time if you would like to start again.");

    public static string Of(Intake.Known intake, string language) => intake switch
    {
        Intake.Submitted s => Numbered(Waiting, s.Number, language),
        Intake.UnderReview s => Numbered(Reviewed, s.Number, language),
        Intake.Accepted => Accepted.In(language),
        Intake.Declined => Declined.In(language),
        Intake.Referred => Referred.In(language),
        Intake.Cancelled or Intake.Purged => Cancelled.In(language),
        _ => string.Format(
            CultureInfo.InvariantCulture, (intake.Session.AwaitsConsent ? AwaitingConsent : Running).In(language), intake.Session.Answers.Count),
    };

    private static string Numbered(Bilingual words, string? number, string language) =>
        string.Format(CultureInfo.InvariantCulture, words.In(language), number is null ? "" : $" {number}");
}
