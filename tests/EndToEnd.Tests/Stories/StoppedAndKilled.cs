using System.Text;
using System.Text.Json;
using Lawyers.Hub.EndToEnd.Tests.Running;

namespace Lawyers.Hub.EndToEnd.Tests.Stories;

/// <summary>What was acknowledged is still there after Ctrl-C and after a power failure, once; and nothing of it lies about in clear.</summary>
public sealed class StoppedAndKilled(Installation installation) : IClassFixture<Installation>
{
    private const string Phone = "6281355512345";
    private const string Name = "Sulastri Wirandari";
    private const string FirstWords = "Mohon bantuan, tetangga saya menyerobot pekarangan kami di Cibeureum";
    private const string Purpose = "Saya ingin bertanya tentang pagar pekarangan yang digeser diam-diam";

    [Fact]
    public async Task Everything_is_there_again_exactly_once_and_sealed()
    {
        using var hub = new HubClient(installation);
        List<string> wamids = [await hub.Write(Phone, Name, new { type = "text", text = FirstWords })];
        await hub.PhoneShows(Phone, "Apakah Anda setuju");
        wamids.Add(await hub.Write(Phone, Name, new { type = "button_reply", id = "consent/agree" }));
        await hub.PhoneShows(Phone, "keadaan mendesak");

        (await installation.Stop()).Should().Be((0, 0));
        await installation.Start();
        wamids.Add(await hub.Write(Phone, Name, new { type = "button_reply", id = "darurat:tidak" }));
        await hub.PhoneShows(Phone, "nama lengkap Anda");

        await installation.KillEverything();
        await installation.Start();
        wamids.Add(await hub.Write(Phone, Name, new { type = "text", text = Name }));
        await hub.PhoneShows(Phone, "sudah menjadi klien kami");
        wamids.Add(await hub.Write(Phone, Name, new { type = "button_reply", id = "klien_lama:true" }));
        await hub.PhoneShows(Phone, "Tuliskan singkat keperluan");
        wamids.Add(await hub.Write(Phone, Name, new { type = "text", text = Purpose }));
        await hub.PhoneShows(Phone, "sudah kami teruskan");

        await EachMessageStandsOnce(hub, wamids);
        (await hub.Post("/audit/verify", new { }, "auditor")).GetProperty("intact").GetBoolean().Should().BeTrue();
        (await hub.Phone(Phone)).Count(message => message.GetProperty("direction").GetString() == "out")
            .Should().Be(6, "each question was asked once");

        var log = installation.Hub.Output;
        await installation.Stop();
        TheSearchBites();
        NothingInClear(log);
    }

    private static async Task EachMessageStandsOnce(HubClient hub, IReadOnlyList<string> wamids)
    {
        var found = (await hub.Post("/messages/lookup", new { wamids })).GetProperty("found");
        foreach (var wamid in wamids)
        {
            found.GetProperty(wamid).GetArrayLength().Should().Be(1, "the message was received exactly once");
        }
    }

    private void NothingInClear(string log)
    {
        string[] secrets = [Phone, Phone[2..], Name, FirstWords, Purpose, "menyerobot", "Sulastri"];
        foreach (var secret in secrets)
        {
            log.Should().NotContain(secret, "the log holds no words, names or numbers of clients");
        }

        Directory.EnumerateFiles(installation.DataDirectory, "*", SearchOption.AllDirectories)
            .Should().Contain(file => file.Contains("/base/", StringComparison.Ordinal), "the database's files are searched too");
        FilesHolding(secrets).Should().BeEmpty();
    }

    // Also in base64, in which a wamid of Meta holds the number, and as JSON escapes it.
    private IReadOnlyList<string> FilesHolding(IEnumerable<string> secrets)
    {
        var needles = secrets.SelectMany(Spellings).Distinct().Select(Encoding.UTF8.GetBytes).ToArray();
        return [.. from file in Directory.EnumerateFiles(installation.DataDirectory, "*", SearchOption.AllDirectories)
                   let bytes = File.ReadAllBytes(file)
                   from needle in needles
                   where bytes.AsSpan().IndexOf(needle) >= 0
                   select $"{Path.GetFileName(file)}: {Encoding.UTF8.GetString(needle)}"];
    }

    private void TheSearchBites()
    {
        var planted = Path.Combine(installation.DataDirectory, "planted.tmp");
        File.WriteAllText(planted, "… Ratnaningsih …");
        FilesHolding(["Ratnaningsih"]).Should().ContainSingle().Which.Should().StartWith("planted.tmp");
        File.Delete(planted);
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        yield return secret;
        yield return JsonSerializer.Serialize(secret).Trim('"');
        if (secret.All(char.IsAsciiDigit))
        {
            // A number inside base64 stands at one of three offsets; the middle of each spelling is free of its neighbours.
            for (var offset = 0; offset < 3; offset++)
            {
                var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', offset) + secret));
                yield return base64[(offset == 0 ? 0 : 4)..^4];
            }
        }
    }
}
