using static Lawyers.Hub.Application.Audit.Questions.QuestionParameter;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>The 22 questions. Names of events stand here as they are stored, also of those that nothing records yet: the answer says so then.</summary>
internal static class AuditQuestions
{
    private static readonly QuestionParameter[] Period = [From, To];

    public static readonly IReadOnlyList<AuditQuestion> All =
    [
        new(1, new("Apakah persetujuan berlaku ketika jawaban ini dicatat?", "Was consent in force when this answer was recorded?"),
            ["consent_granted", "consent_withdrawn", "intake_updated"], [Client], Period) { Judge = () => new ConsentInForce() },
        new(2, new("Kata-kata mana yang disetujui klien?", "Which words did the client agree to?"),
            ["consent_granted"], [], [Client, .. Period])
        {
            Judge = () => new AgreedWording(),
            Remark = new(
                "Setiap persetujuan menunjuk ke peristiwa yang memuat naskah pemberitahuan versi itu.",
                "Each agreement points to the event that holds the wording of that version of the notice."),
        },
        new(3, new("Adakah teks yang sampai ke klien tanpa advokat?", "Did any text reach a client without a lawyer?"),
            ["outbound_requested"], [], [Client, .. Period])
        {
            Judge = () => new TextWithoutLawyer(),
            Remark = new(
                "Setiap pesan keluar harus disebabkan oleh persetujuan advokat atau berasal dari naskah yang terbit. Jumlah lainnya harus 0.",
                "Each message must be caused by a lawyer's approval or come from a published text. The count of others must be 0."),
        },
        new(4, new("Apa usulan AI, dan apa yang dilakukan advokat dengannya?", "What did assist suggest, and what did the lawyer do with it?"),
            ["suggestion_offered", "suggestion_accepted", "suggestion_edited", "suggestion_dismissed"], [], [Client, Entity, .. Period]),
        new(5, new("Siapa menyetujui catatan waktu ini, atas bukti apa, dan bagaimana diubah?", "Who approved this line, on what evidence, and how was it edited?"),
            [], [Entity], Period),
        new(6, new("Adakah waktu yang ditagih tanpa persetujuan, atau ditagih dua kali?", "Is there billed time without approval, or billed twice?"),
            ["time_entry_billed", "time_entry_approved", "time_entry_released", "time_entry_reversed"], [], [Client, Entity, .. Period])
        {
            Judge = () => new BilledTime(),
        },
        new(7, new("Siapa membaca pesan, berkas atau nomor klien ini, dan mengapa?", "Who read this client's messages, files or number, and why?"),
            ["content_read", "media_link_issued", "number_revealed"], [], [Client, Actor, .. Period]) { Judge = () => new Readers() },
        new(8, new("Bagaimana keadaan perkara pada suatu tanggal?", "What did the case look like on a date?"),
            [], [Entity], [To]) { By = AnsweredBy.State },
        new(9, new("Adakah yang diubah, dihapus atau disisipkan?", "Has anything been altered, removed or inserted?"),
            [], [], []) { By = AnsweredBy.Verification },
        new(10, new("Buktikan bahwa satu peristiwa ini ada sebelum hari itu, tanpa menunjukkan yang lain", "Prove that this one event existed before that day, without showing others"),
            [], [Entity], []) { By = AnsweredBy.Proof },
        new(11, new("Apakah permintaan dijawab dalam 3×24 jam?", "Were requests answered in 3×24 h?"),
            ["data_subject_request_received", "data_subject_request_completed", "data_subject_request_refused"], [], [Client, .. Period]),
        new(12, new("Apa yang dimusnahkan, menurut aturan mana, dan benarkah sudah hilang?", "What was destroyed, under which rule, and is it really gone?"),
            ["content_purged", "key_destroyed", "erasure_certified", "raw_payload_dropped"], [], [Client, .. Period]),
        new(13, new("Penahanan apa yang berlaku ketika pemusnahan berjalan?", "Which holds existed when a purge ran?"),
            ["legal_hold_placed", "legal_hold_lifted", "content_purged"], [], [Client, To]),
        new(14, new("Apakah uji benturan selesai sebelum perkara dibuka, dan siapa mengesampingkan temuan?", "Was the conflict check done before the matter opened, and who waived a hit?"),
            ["conflict_check_run", "conflict_check_decided", "matter_opened"], [], [Entity, Client, .. Period]) { Judge = () => new ConflictBeforeMatter() },
        new(15, new("Siapa dapat melihat perkara ini pada tanggal itu?", "Who could see this matter on that date?"),
            ["staff_assigned", "wall_raised", "wall_lowered", "role_granted", "role_revoked"], [Entity], [To])
        {
            Judge = () => new WhoCouldSee(),
            Rows = asked => asked with { Stream = null }, // roles are given in the firm, not in a matter
            Remark = new(
                "Menurut peran dan token pada saat itu. Sekat informasi belum dicatat, jadi belum mengurangi daftar ini.",
                "By the roles and tokens of that moment. Ethical walls are not recorded yet, so none shortens this list."),
        },
        new(16, new("Seberapa cepat setiap tanda kritis dilihat, dan oleh siapa?", "How fast was every critical flag seen and by whom?"),
            ["flag_raised", "flag_seen", "clock_breached"], [], [Client, .. Period])
        {
            Judge = () => new FlagsSeen(),
            Remark = new(
                "Dihitung sampai staf, atau sebuah token API, pertama kali membuka percakapan atau jawaban klien itu, mengambil alih, meninjau, atau menghapus tanda.",
                "Counted until staff, or an API token, first opened that client's conversation or answers, took over, reviewed, or cleared the flag."),
        },
        new(17, new("Versi formulir mana yang menanyakan ini, dan siapa menerbitkannya?", "Which definition version asked this question, and who published it?"),
            ["intake_started", "intake_routed"], [Entity], []) { Judge = () => new DefinitionsBehind() },
        new(18, new("Apa yang keluar negeri, kepada siapa, atas dasar apa?", "What left the country, to whom, on what ground?"),
            ["external_processing_recorded"], [], [Client, .. Period]),
        new(19, new("Apa yang gagal, dan apakah sudah ditangani?", "What failed and was it ever handled?"),
            ["dead_lettered", "dead_letter_retried", "outbound_failed"], [], [Client, .. Period]),
        new(20, new("Kunci mana yang diganti, kapan, dan adakah yang lebih dari 90 hari?", "Which keys were rotated, when, and is any older than 90 days?"),
            ["key_rotated"], [], Period)
        {
            JudgeOfKeys = (keys, now) => new KeysInForce(keys, now),
            Remark = new(
                "Kunci yang menyegel catatan audit, juga yang belum pernah diganti. Kunci yang membungkus data klien belum dirotasi, jadi tidak dinilai.",
                "The keys that seal the log, also one that was never rotated. Keys that wrap clients' data are not rotated yet, so they are not judged."),
        },
        new(21, new("Apa yang dilakukan admin dan operator?", "What did administrators and operators do?"),
            ["role_granted", "role_revoked", "staff_invited", "staff_suspended", "token_issued", "token_revoked", "setting_changed", "glass_broken"], [], [Actor, .. Period])
        {
            Rows = asked => asked.Actor is null ? asked : asked with { Types = null },
            Remark = new(
                "Dengan pelaku, daftar ini memuat semua tindakannya; tanpa pelaku, perubahan hak dan pengaturan.",
                "With an actor the list holds all that they did; without one, changes of rights and settings."),
        },
        new(22, new("Berikan kepada klien semua yang kita simpan dan lakukan dengan datanya", "Give a client everything we hold and did with their data"),
            [], [Client], Period)
        {
            Remark = new(
                "Jejak pemrosesan lengkap ada di sini. Salinan data klien sendiri belum dapat diekspor.",
                "The whole processing trail is here. A copy of the client's own data cannot be exported yet."),
        },
    ];
}
