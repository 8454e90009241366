using System.Net.Http.Json;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Graph;

public sealed class WindowTests
{
    [Fact]
    public async Task Nobody_may_be_written_to_who_never_wrote()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        var answer = await simulator.SendText("Halo");

        (answer.Status, answer.ErrorCode).Should().Be((400, 131047));
    }

    [Fact]
    public async Task The_window_closes_24_hours_after_the_clients_last_message_and_opens_with_the_next()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Halo" });

        await Advance(simulator, TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        (await simulator.SendText("Masih sempat")).Status.Should().Be(200);
        await Advance(simulator, TimeSpan.FromMinutes(1));
        (await simulator.SendText("Terlambat")).ErrorCode.Should().Be(131047);

        await simulator.Write(new { type = "text", text = "Masih di sana?" });
        (await simulator.SendText("Ya")).Status.Should().Be(200);
    }

    [Fact]
    public async Task The_window_counts_from_the_time_the_message_bears()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        var yesterday = TimeProvider.System.GetUtcNow().AddHours(-25).ToUnixTimeSeconds();

        await simulator.Write(new { type = "text", text = "Halo", timestamp = yesterday });

        (await simulator.SendText("Halo")).ErrorCode.Should().Be(131047);
    }

    [Fact]
    public async Task A_reaction_opens_no_window()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        await simulator.Write(new { type = "reaction", messageId = "wamid.x", emoji = "👍" });

        (await simulator.SendText("Halo")).ErrorCode.Should().Be(131047);
    }

    [Fact]
    public async Task A_template_needs_no_window()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        var answer = await simulator.Send(new
        {
            messaging_product = "whatsapp",
            to = SimulatorUnderTest.Client,
            type = "template",
            template = new
            {
                name = "perkembangan_perkara",
                language = new { code = "id" },
                components = new[] { new { type = "body", parameters = new[] { new { type = "text", text = "Ibu Sari" }, new { type = "text", text = "2026-0142" } } } },
            },
        });

        answer.Status.Should().Be(200, answer.Json.ToString());
        answer.Json.GetProperty("messages")[0].GetProperty("message_status").GetString().Should().Be("accepted");
        (await simulator.Chat()).Single().GetProperty("text").GetString().Should().StartWith("Yth. Ibu Sari, ada perkembangan pada perkara 2026-0142.");
    }

    [Fact]
    public async Task Where_the_pair_rate_is_on_a_burst_ends_and_time_heals_it()
    {
        await using var simulator = await SimulatorUnderTest.Start("--Simulator:PairBurst=2");
        await simulator.Write(new { type = "text", text = "Halo" });
        await simulator.SendText("Satu");
        await simulator.SendText("Dua");

        (await simulator.SendText("Tiga")).ErrorCode.Should().Be(131056);
        await Advance(simulator, TimeSpan.FromSeconds(12));
        (await simulator.SendText("Tiga")).Status.Should().Be(200);
    }

    private static async Task Advance(SimulatorUnderTest simulator, TimeSpan by)
    {
        using var response = await simulator.Http.PostAsJsonAsync("/simulator/clock", new { advanceSeconds = by.TotalSeconds });
        response.EnsureSuccessStatusCode();
    }
}
