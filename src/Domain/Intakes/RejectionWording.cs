using System.Globalization;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>The reason that a client is told when an answer was not taken: the definition's own message, or a general one.</summary>
public static class RejectionWording
{
    /// <summary>Offered after three misreadings in a row.</summary>
    public static readonly Bilingual PersonOffered = new(
        "Bila sulit dijawab di sini, ketik PETUGAS dan kami menghubungkan Anda dengan orang.",
        "If this is hard to answer here, type PERSON and we will connect you with somebody.");

    public static Bilingual Of(Question question, RejectionRule rule) =>
        question.Rules.Message is { } own && BreaksARuleOfTheDefinition(rule) ? own : General(question, rule);

    private static bool BreaksARuleOfTheDefinition(RejectionRule rule) => rule
        is RejectionRule.TooSmall or RejectionRule.TooLarge or RejectionRule.TooShort or RejectionRule.TooLong or RejectionRule.TooManyDecimals
        or RejectionRule.BeforeReference or RejectionRule.TooLongAgo or RejectionRule.WrongFileKind or RejectionRule.TooManyFiles;

    private static Bilingual General(Question question, RejectionRule rule) => rule switch
    {
        RejectionRule.NotUnderstood => NotUnderstood(question.Type),
        RejectionRule.NotAnOption => new(
            "Maaf, pilihan itu tidak ada. Pilih salah satu, atau ketik nomornya.", "Sorry, that is not one of the options. Choose one, or type its number."),
        RejectionRule.Ambiguous when question.Type == QuestionType.Region => new(
            "Ada beberapa daerah dengan nama itu. Tulis lengkap, contoh: Kota Bandung atau Kabupaten Bandung.",
            "Several places have that name. Write it in full, e.g. Kota Bandung or Kabupaten Bandung."),
        RejectionRule.Ambiguous => new(
            "Maaf, itu cocok dengan beberapa pilihan. Tulis lebih lengkap, atau ketik nomornya.", "Sorry, that fits several options. Write more of it, or type its number."),
        RejectionRule.OldButton => new(
            "Tombol itu milik pertanyaan sebelumnya. Mohon jawab pertanyaan ini.", "That button belongs to an earlier question. Please answer this one."),
        RejectionRule.Required => new("Pertanyaan ini perlu dijawab.", "This question needs an answer."),
        RejectionRule.TooSmall => Limit(question.Rules.Min, "Paling sedikit", "At least", "Paling awal", "Not before", "Waktunya tidak boleh sudah lewat.", "It cannot be in the past."),
        RejectionRule.TooLarge => Limit(question.Rules.Max, "Paling banyak", "At most", "Paling akhir", "Not after", "Waktunya tidak boleh di masa depan.", "It cannot be in the future."),
        RejectionRule.TooShort => Counted(question.Rules.MinLength, "Terlalu singkat. Tulis sedikitnya {0} huruf.", "Too short. Write at least {0} characters."),
        RejectionRule.TooLong => Counted(question.Rules.MaxLength, "Terlalu panjang. Tulis paling banyak {0} huruf.", "Too long. Write at most {0} characters."),
        RejectionRule.TooManyDecimals => Counted(
            question.Rules.Decimals, "Paling banyak {0} angka di belakang koma.", "At most {0} digits after the decimal point."),
        RejectionRule.BeforeReference => new(
            "Tanggalnya tidak boleh sebelum tanggal yang tadi Anda sebut.", "The date cannot be before the one you gave earlier."),
        RejectionRule.TooLongAgo => new("Tanggal itu sudah terlalu lama.", "That date is too long ago."),
        RejectionRule.TimeMissing => new("Mohon sebutkan jamnya juga, contoh: 21/11/2026 14.30", "Please add the time, e.g. 21/11/2026 14:30"),
        RejectionRule.FileExpected => new(
            "Kirim berkasnya di sini, atau ketik LEWATI bila boleh dilewati.", "Send the file here, or type SKIP if it is optional."),
        RejectionRule.WrongFileKind => new("Jenis berkas itu tidak dapat diterima di sini.", "That kind of file is not accepted here."),
        RejectionRule.TooManyFiles => Counted(question.Rules.MaxFiles, "Paling banyak {0} berkas.", "At most {0} files."),
    };

    private static Bilingual NotUnderstood(QuestionType type) => type switch
    {
        QuestionType.YesNo => new("Mohon jawab Ya atau Tidak.", "Please answer Yes or No."),
        QuestionType.Integer or QuestionType.Decimal => new("Mohon tulis sebuah angka, contoh: 3", "Please write a number, e.g. 3"),
        QuestionType.Money => new("Mohon tulis jumlah uangnya, contoh: Rp 5.000.000 atau 5 juta", "Please write the amount, e.g. Rp 5.000.000 or 5 juta"),
        QuestionType.Date => new("Mohon tulis tanggalnya, contoh: 21/11/2026 atau kemarin", "Please write the date, e.g. 21/11/2026 or yesterday"),
        QuestionType.DateTime => new("Mohon tulis tanggal dan jamnya, contoh: 21/11/2026 14.30", "Please write date and time, e.g. 21/11/2026 14:30"),
        QuestionType.Phone => new("Mohon tulis nomor telepon, contoh: 0812 3456 7890", "Please write a phone number, e.g. 0812 3456 7890"),
        QuestionType.Region => new("Mohon tulis nama kabupaten atau kotanya, contoh: Kota Bandung", "Please write the name of the regency or city, e.g. Kota Bandung"),
        _ => new("Maaf, saya belum menangkap jawabannya.", "Sorry, I did not catch the answer."),
    };

    private static Bilingual Limit(Bound? bound, string most, string mostEn, string date, string dateEn, string now, string nowEn) => bound switch
    {
        Bound.Number number => new($"{most} {IndonesianText.Figure(number.Value)}.", $"{mostEn} {number.Value.ToString("#,0.##", CultureInfo.InvariantCulture)}."),
        Bound.Day day => new($"{date} {IndonesianText.Date(day.Value)}.", $"{dateEn} {day.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}."),
        _ => new(now, nowEn),
    };

    private static Bilingual Counted(int? limit, string id, string en) =>
        new(string.Format(CultureInfo.InvariantCulture, id, limit), string.Format(CultureInfo.InvariantCulture, en, limit));
}
