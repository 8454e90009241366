using System.Globalization;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>A client whose brother was just arrested answers everything that <c>triage</c> and <c>criminal</c> ask.</summary>
internal static class CriminalIntake
{
    public const string FirstMessage = "Selamat siang, kakak saya ditahan polisi";
    public const string Story = "Kakak saya dijemput polisi tadi pagi di rumah tanpa surat karena dituduh menipu rekan usahanya.";
    public const string ClientName = "Rahmawati Kusumaningrum";
    public const string Opponent = "Hendra Wijayakusuma";

    private static readonly TimeSpan Jakarta = TimeSpan.FromHours(7);

    public static async Task AgreeAndAnswer(ClientPhone phone, TimeProvider clock)
    {
        await phone.Write(FirstMessage);
        await phone.Press("Saya setuju");

        await phone.Sees("Apakah ada keadaan mendesak saat ini?");
        await phone.Press("Ada yang ditahan");
        await phone.Sees("Apa kedudukan Anda dalam perkara ini?");
        await phone.Choose("Keluarga");
        await phone.Sees("sedang ditangkap atau ditahan?");
        await phone.Press("Baru ditangkap");
        await phone.Sees("Di mana ditahan?");
        await phone.Write("Polres Metro Jakarta Selatan");
        await phone.Sees("Sejak tanggal dan jam berapa?");

        await phone.Write("tidak tahu persis");
        await phone.Sees("Mohon tulis tanggal dan jamnya");
        await phone.Write((clock.GetUtcNow() + Jakarta).AddHours(-5).ToString("dd/MM/yyyy HH.mm", CultureInfo.InvariantCulture));

        await phone.Sees("Apakah sudah didampingi penasihat hukum?");
        await phone.Press("Tidak");
        await phone.Sees("Tentang apa perkaranya?");
        await phone.Choose("Penipuan/penggelapan");
        await phone.Sees("Ceritakan singkat: apa, kapan, di mana");
        await phone.Write(Story);
        await phone.Sees("berusia di bawah 18 tahun?");
        await phone.Press("Tidak");
        await phone.Sees("Siapa nama pihak lawan atau pelapor?");
        await phone.Write(Opponent);
        await phone.Sees("Di kabupaten/kota mana perkaranya?");
        await phone.Write("Jakarta Selatan");
        await phone.Sees("Siapa nama lengkap Anda?");
        await phone.Write(ClientName);
        await phone.Sees("Bagaimana kami boleh menghubungi Anda?");
        await phone.Press("WhatsApp saja");
        await phone.Sees("Berkas awal Anda sudah kami terima");
    }
}
