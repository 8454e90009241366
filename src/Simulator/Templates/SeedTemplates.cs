using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>What a firm that has been on the platform for a while already has approved.</summary>
internal static class SeedTemplates
{
    private sealed record Seed(string Name, string Body, string[] Example, string Footer, string[] QuickReplies);

    private static readonly Seed[] Seeds =
    [
        new("pengingat_wawancara",
            "Kami masih menunggu jawaban Anda. Balas pesan ini untuk melanjutkan; ketik BATAL bila tidak ingin melanjutkan.",
            [], "Pesan otomatis dari kantor hukum", []),
        new("jadwal_pertemuan",
            "Yth. {{1}}, pertemuan Anda dengan {{2}} dijadwalkan pada {{3}} pukul {{4}} WIB di {{5}}. Sampai jumpa.",
            ["Bapak Budi", "Maria Hutapea, S.H.", "Kamis, 15 Januari", "14.00", "kantor kami"],
            "Pesan otomatis dari kantor hukum", ["Konfirmasi", "Ubah jadwal"]),
        new("perkembangan_perkara",
            "Yth. {{1}}, ada perkembangan pada perkara {{2}}. Silakan balas pesan ini agar kami dapat menjelaskannya kepada Anda.",
            ["Ibu Sari", "2026-0142"], "Jangan bagikan pesan ini kepada pihak lain", ["Jelaskan"]),
        new("tagihan_terbit",
            "Yth. {{1}}, tagihan nomor {{2}} sebesar {{3}} telah terbit dan jatuh tempo pada {{4}}. Terima kasih atas kepercayaan Anda.",
            ["Bapak Budi", "INV-2026-0031", "Rp2.500.000", "28 Februari 2026"], "Pesan otomatis dari kantor hukum", []),
        new("kuitansi",
            "Yth. {{1}}, pembayaran sebesar {{2}} untuk tagihan nomor {{3}} telah kami terima pada {{4}}. Terima kasih.",
            ["Bapak Budi", "Rp2.500.000", "INV-2026-0031", "20 Februari 2026"], "Pesan otomatis dari kantor hukum", []),
        new("pemberitahuan_staf",
            "Lawyers.Hub: {{1}}. Buka dasbor untuk melihatnya.",
            ["Ada tanda kritis"], "Pesan otomatis untuk staf", []),
    ];

    public static IEnumerable<TemplateDefinition> For(string wabaId) => Seeds.Select(seed => Define(seed, wabaId));

    private static TemplateDefinition Define(Seed seed, string wabaId)
    {
        var body = new JsonObject { ["type"] = "BODY", ["text"] = seed.Body };
        if (seed.Example.Length > 0)
        {
            body["example"] = new JsonObject { ["body_text"] = new JsonArray(Texts(seed.Example)) };
        }

        var components = new JsonArray(
            body,
            new JsonObject { ["type"] = "FOOTER", ["text"] = seed.Footer });
        if (seed.QuickReplies.Length > 0)
        {
            var buttons = seed.QuickReplies.Select(JsonNode (text) => new JsonObject { ["type"] = "QUICK_REPLY", ["text"] = text });
            components.Add(new JsonObject { ["type"] = "BUTTONS", ["buttons"] = new JsonArray([.. buttons]) });
        }
        return new TemplateDefinition(wabaId, JsonSerializer.SerializeToElement(new JsonObject
        {
            ["name"] = seed.Name,
            ["language"] = "id",
            ["status"] = "APPROVED",
            ["category"] = "UTILITY",
            ["parameter_format"] = "POSITIONAL",
            ["components"] = components,
            ["id"] = TemplateId.Of(wabaId, seed.Name, "id"),
        }));
    }

    private static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}

/// <summary>A stable decimal id beyond 32 bits, as the platform gives them.</summary>
internal static class TemplateId
{
    public static string Of(string wabaId, string name, string language)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{wabaId}/{name}/{language}"));
        return (1_000_000_000_000_000 + (BitConverter.ToUInt64(hash) % 1_000_000_000_000)).ToString(CultureInfo.InvariantCulture);
    }
}
