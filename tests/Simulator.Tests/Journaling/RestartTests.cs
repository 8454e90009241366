using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Journaling;

public sealed class RestartTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "simulator-" + Guid.NewGuid().ToString("N"));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Chats_media_templates_and_clock_are_there_again()
    {
        await using var hub = await HubReceiver.Start();
        var before = await Start(hub);
        await before.Write(new { type = "document", size = 64, filename = "surat.pdf", name = "Budi" });
        var document = (await Eventually.Has(() => hub.Messages, 1))[0].GetProperty("document").GetProperty("id").GetString();
        await before.SendText("Sudah kami terima");
        await Eventually.Has(() => hub.Statuses, 3);
        using (await before.Http.PostAsJsonAsync("/simulator/templates", new { name = "baru", language = "id", components = Array.Empty<object>() }))
        using (await before.Http.PostAsJsonAsync("/simulator/clock", new { advanceSeconds = 3600 }))
        {
        }
        var chat = await before.Chat();
        await before.Stop();

        var after = await Start(hub);

        (await after.Chat()).Select(message => message.GetRawText()).Should().Equal(chat.Select(message => message.GetRawText()));
        (await after.Graph.GetFromJsonAsync<JsonElement>($"/v22.0/{document}")).GetProperty("file_size").GetInt32().Should().Be(64);
        var templates = await after.Graph.GetFromJsonAsync<JsonElement>($"/v22.0/{SimulatorUnderTest.WabaId}/message_templates?name=baru");
        templates.GetProperty("data").GetArrayLength().Should().Be(1);
        var clock = await after.Http.GetFromJsonAsync<JsonElement>("/simulator/clock");
        clock.GetProperty("now").GetDateTimeOffset().Should().BeCloseTo(TimeProvider.System.GetUtcNow().AddHours(1), TimeSpan.FromMinutes(1));
        await after.Stop();
    }

    [Fact]
    public async Task A_webhook_that_the_hub_did_not_take_is_delivered_after_the_restart()
    {
        await using var hub = await HubReceiver.Start();
        hub.Answer = _ => HttpStatusCode.ServiceUnavailable;
        var before = await Start(hub);
        var wamid = await before.Write(new { type = "text", text = "Halo" });
        await Eventually.Has(() => hub.Webhooks, 1);
        await before.Stop();
        hub.Webhooks.Clear();
        hub.Answer = _ => HttpStatusCode.OK;

        var after = await Start(hub);

        (await Eventually.Has(() => hub.Messages, 1))[0].GetProperty("id").GetString().Should().Be(wamid);
        await Eventually.Get(() => after.Chat(), chat => chat[0].GetProperty("status").GetString() == "delivered");
        await after.Stop();
    }

    [Fact]
    public async Task A_message_on_its_way_goes_on_where_it_was()
    {
        await using var hub = await HubReceiver.Start();
        var before = await Start(hub, "--Simulator:ReadAfter=never");
        await before.Write(new { type = "text", text = "Halo" });
        await before.SendText("Selamat siang");
        await Eventually.Has(() => hub.Statuses, 2);
        await before.Stop();

        var after = await Start(hub);

        var statuses = await Eventually.Has(() => hub.Statuses, 3);
        statuses.Select(status => status.GetProperty("status").GetString()).Should().Equal("sent", "delivered", "read");
        await after.Stop();
    }

    [Fact]
    public async Task A_line_that_was_cut_off_by_a_kill_is_forgotten()
    {
        await using var hub = await HubReceiver.Start();
        var before = await Start(hub);
        await before.Write(new { type = "text", text = "Halo" });
        await Eventually.Has(() => hub.Messages, 1);
        await before.Stop();
        await File.AppendAllTextAsync(JournalPath, """{"$type":"message_rec""");

        var after = await Start(hub);
        await after.Write(new { type = "text", text = "Masih ada?" });
        await after.Stop();

        var again = await Start(hub);
        (await again.Chat()).Select(message => message.GetProperty("text").GetString()).Should().Equal("Halo", "Masih ada?");
        await again.Stop();
    }

    [Fact]
    public async Task A_damaged_journal_is_named_in_one_sentence()
    {
        await using var hub = await HubReceiver.Start();
        Directory.CreateDirectory(_directory);
        await File.WriteAllTextAsync(JournalPath, "not json\n");

        var starting = () => Start(hub);

        (await starting.Should().ThrowAsync<StartupProblem>()).Which.Message.Should().Contain(JournalPath).And.Contain("line 1");
    }

    private string JournalPath => Path.Combine(_directory, "journal.jsonl");

    private Task<SimulatorUnderTest> Start(HubReceiver hub, params string[] settings) =>
        SimulatorUnderTest.Start(hub, [$"--Simulator:DataDirectory={_directory}", .. settings]);
}
