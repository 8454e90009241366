using Lawyers.Hub.Domain.Consents;

namespace Lawyers.Hub.Web.Demo;

/// <summary>The privacy notice of the demo firm, in plain words and both languages (UU PDP art. 22).</summary>
internal static class DemoNotice
{
    public static readonly IReadOnlyList<Purpose> Purposes = [Purpose.Intake, Purpose.Messaging, Purpose.ConflictCheck];

    public static readonly NoticeText Indonesian = new(
        """
        Selamat datang di Kantor Hukum Nusantara & Rekan.

        Sebelum Anda bercerita, mohon baca: kami memakai nama, nomor WhatsApp, jawaban, dan berkas Anda hanya untuk (1) wawancara awal perkara, (2) membalas pesan Anda, dan (3) memeriksa benturan kepentingan. Data disimpan terenkripsi di Indonesia; hanya advokat dan staf kami yang membacanya. Pesan juga melewati WhatsApp (Meta).

        Anda boleh menolak, menarik persetujuan kapan saja dengan menulis BERHENTI, serta meminta salinan, perbaikan, atau penghapusan data. Tanpa persetujuan, pesan pertama Anda dihapus dalam 24 jam. Bila Anda di bawah 18 tahun, mohon didampingi orang tua atau wali.

        Apakah Anda setuju?
        """,
        "Saya setuju",
        "Tidak setuju",
        "Baik, kami tidak akan memproses data Anda. Bila memerlukan bantuan, silakan hubungi kantor kami di +62 21 5550 0117 pada hari kerja pukul 09.00-17.00 WIB.",
        "Persetujuan Anda sudah ditarik. Kami berhenti memproses data Anda untuk keperluan ini dan tidak akan mengirim pesan lagi.");

    public static readonly NoticeText English = new(
        """
        Welcome to Nusantara & Partners, attorneys at law.

        Before you tell us anything, please read this: we use your name, WhatsApp number, answers and files only (1) for a first interview about your case, (2) to answer you, and (3) to check for conflicts of interest. Your data is kept encrypted in Indonesia and read by our lawyers and staff only. Messages also pass through WhatsApp (Meta).

        You may refuse, withdraw your consent at any time by writing STOP, and ask for a copy, a correction or the deletion of your data. Without consent your first message is deleted within 24 hours. If you are under 18, please write together with a parent or guardian.

        Do you agree?
        """,
        "I agree",
        "I do not agree",
        "All right, we will not process your data. If you need help, please call our office at +62 21 5550 0117 on working days from 9 to 17 h (Jakarta time).",
        "Your consent is withdrawn. We have stopped processing your data for this purpose and will not write again.");
}
