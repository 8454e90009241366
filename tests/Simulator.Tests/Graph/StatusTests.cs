using System.Text.Json;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Graph;

public sealed class StatusTests
{
    [Fact]
    public async Task A_message_is_sent_delivered_and_read_in_this_order()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Halo" });

        var sent = await simulator.Send(new
        {
            messaging_product = "whatsapp",
            to = SimulatorUnderTest.Client,
            type = "text",
            text = new { body = "Selamat siang" },
            biz_opaque_callback_data = "reply-7",
        });

        var statuses = await Eventually.Has(() => simulator.Hub.Statuses, 3);
        statuses.Select(status => status.GetProperty("status").GetString()).Should().Equal("sent", "delivered", "read");
        statuses.Should().OnlyContain(status => status.GetProperty("id").GetString() == sent.Wamid
            && status.GetProperty("biz_opaque_callback_data").GetString() == "reply-7"
            && status.GetProperty("recipient_id").GetString() == "6281234567890"
            && status.GetProperty("recipient_user_id").GetString()!.StartsWith("ID."));
        statuses.Select(status => status.TryGetProperty("pricing", out JsonElement _)).Should().Equal(true, true, false);
        statuses.Should().OnlyContain(status => !HasProperty(status, "conversation"));
        (await simulator.Chat())[1].GetProperty("status").GetString().Should().Be("read");
    }

    [Fact]
    public async Task Where_nobody_looks_a_message_stays_delivered_until_the_page_is_opened()
    {
        await using var simulator = await SimulatorUnderTest.Start("--Simulator:ReadAfter=never");
        await simulator.Write(new { type = "text", text = "Halo" });
        await simulator.SendText("Selamat siang");
        await Eventually.Has(() => simulator.Hub.Statuses, 2);

        using var response = await simulator.Http.PostAsync($"/simulator/clients/{SimulatorUnderTest.Client}/read", null);

        var statuses = await Eventually.Has(() => simulator.Hub.Statuses, 3);
        statuses[2].GetProperty("status").GetString().Should().Be("read");
    }

    [Fact]
    public async Task Reading_one_message_of_a_client_reads_all_before_it()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Satu" });
        var second = await simulator.Write(new { type = "text", text = "Dua" });

        var answer = await simulator.Send(new { messaging_product = "whatsapp", status = "read", message_id = second, typing_indicator = new { type = "text" } });

        answer.Json.GetProperty("success").GetBoolean().Should().BeTrue();
        (await simulator.Chat()).Select(message => message.GetProperty("status").GetString()).Should().Equal("read", "read");
    }

    [Fact]
    public async Task A_message_nobody_received_cannot_be_marked_read()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        var answer = await simulator.Send(new { messaging_product = "whatsapp", status = "read", message_id = "wamid.unknown" });

        (answer.Status, answer.ErrorCode).Should().Be((400, 131009));
    }

    [Fact]
    public async Task A_reaction_is_only_ever_sent()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        var wamid = await simulator.Write(new { type = "text", text = "Terima kasih" });

        var reaction = await simulator.Send(new { messaging_product = "whatsapp", to = SimulatorUnderTest.Client, type = "reaction", reaction = new { message_id = wamid, emoji = "🙏" } });
        await simulator.SendText("Sampai jumpa");

        var statuses = await Eventually.Has(() => simulator.Hub.Statuses, 4);
        statuses.Where(status => status.GetProperty("id").GetString() == reaction.Wamid).Should().ContainSingle()
            .Which.GetProperty("status").GetString().Should().Be("sent");
    }

    private static bool HasProperty(JsonElement element, string name) => element.TryGetProperty(name, out _);
}
