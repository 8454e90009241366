using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Phones;

public sealed class ClientMessageTests
{
    [Fact]
    public async Task A_text_reaches_the_hub_with_who_wrote_it()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        var wamid = await simulator.Write(new { type = "text", text = new { body = "Selamat siang" }, name = "Budi Santoso" });

        await Eventually.Has(() => simulator.Hub.Messages, 1);
        var value = simulator.Hub.Webhooks.Single().Json.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value");
        var (contact, message) = (value.GetProperty("contacts")[0], value.GetProperty("messages")[0]);
        value.GetProperty("metadata").GetProperty("phone_number_id").GetString().Should().Be(SimulatorUnderTest.PhoneNumberId);
        contact.GetProperty("profile").GetProperty("name").GetString().Should().Be("Budi Santoso");
        contact.GetProperty("wa_id").GetString().Should().Be("6281234567890");
        contact.GetProperty("user_id").GetString().Should().Be(message.GetProperty("from_user_id").GetString());
        message.GetProperty("id").GetString().Should().Be(wamid);
        message.GetProperty("timestamp").ValueKind.Should().Be(JsonValueKind.String);
        message.GetProperty("text").GetProperty("body").GetString().Should().Be("Selamat siang");
    }

    [Theory]
    [InlineData("""{"type":"button_reply","id":"yes"}""")]
    [InlineData("""{"type":"interactive","interactive":{"type":"button_reply","id":"yes","title":"Setuju"}}""")]
    [InlineData("""{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"yes","title":"Setuju"}}}""")]
    public async Task A_tapped_button_quotes_the_message_it_stood_in(string body)
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Halo" });
        var asked = await simulator.Send(new
        {
            messaging_product = "whatsapp",
            to = SimulatorUnderTest.Client,
            type = "interactive",
            interactive = new
            {
                type = "button",
                body = new { text = "Setuju?" },
                action = new { buttons = new[] { new { type = "reply", reply = new { id = "yes", title = "Setuju" } } } },
            },
        });

        await simulator.Write(JsonSerializer.Deserialize<JsonElement>(body));

        var reply = (await Eventually.Has(() => simulator.Hub.Messages, 2))[1];
        reply.GetProperty("interactive").GetProperty("button_reply").GetProperty("title").GetString().Should().Be("Setuju");
        reply.GetProperty("context").GetProperty("id").GetString().Should().Be(asked.Wamid);
        (await simulator.Chat()).Select(message => (message.GetProperty("direction").GetString(), message.GetProperty("text").GetString()))
            .Should().Equal(("in", "Halo"), ("out", "Setuju?"), ("in", "Setuju"));
    }

    [Theory]
    [InlineData("""{"type":"location","latitude":-6.2,"longitude":106.8}""", "location")]
    [InlineData("""{"type":"contacts","contacts":[{"name":{"formatted_name":"Sari"}}]}""", "contacts")]
    [InlineData("""{"type":"reaction","messageId":"wamid.x","emoji":"👍"}""", "reaction")]
    [InlineData("""{"type":"button","payload":"ya","text":"Ya"}""", "button")]
    [InlineData("""{"type":"order","order":{"catalog_id":"1","product_items":[]}}""", "order")]
    [InlineData("""{"type":"system","system":{"type":"user_changed_number","wa_id":"62812"}}""", "system")]
    [InlineData("""{"type":"revoke","revoke":{"original_message_id":"wamid.x"}}""", "revoke")]
    [InlineData("""{"type":"something_new","something_new":{"a":[1,"b"]}}""", "something_new")]
    public async Task Any_type_of_message_is_passed_on_under_its_own_name(string body, string type)
    {
        await using var simulator = await SimulatorUnderTest.Start();

        await simulator.Write(JsonSerializer.Deserialize<JsonElement>(body));

        var message = (await Eventually.Has(() => simulator.Hub.Messages, 1))[0];
        message.GetProperty("type").GetString().Should().Be(type);
        message.TryGetProperty(type, out JsonElement _).Should().BeTrue();
    }

    [Fact]
    public async Task An_unsupported_message_carries_its_errors_and_nothing_else()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        await simulator.Write(new { type = "unsupported", errors = new[] { new { code = 131051, title = "Message type unknown" } } });

        var message = (await Eventually.Has(() => simulator.Hub.Messages, 1))[0];
        message.GetProperty("errors")[0].GetProperty("code").GetInt32().Should().Be(131051);
        message.TryGetProperty("unsupported", out JsonElement _).Should().BeFalse();
    }

    [Fact]
    public async Task A_client_with_a_username_may_hide_the_number_in_messages_and_statuses()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Halo", hidePhone = true, username = "@budi" });
        await Eventually.Has(() => simulator.Hub.Messages, 1);
        var value = simulator.Hub.Webhooks.Single().Json.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value");
        var user = value.GetProperty("messages")[0].GetProperty("from_user_id").GetString();

        await simulator.Send(new { messaging_product = "whatsapp", recipient = user, type = "text", text = new { body = "Selamat siang" } });

        value.GetProperty("messages")[0].TryGetProperty("from", out JsonElement _).Should().BeFalse();
        value.GetProperty("contacts")[0].TryGetProperty("wa_id", out JsonElement _).Should().BeFalse();
        value.GetProperty("contacts")[0].GetProperty("profile").GetProperty("username").GetString().Should().Be("@budi");
        (await Eventually.Has(() => simulator.Hub.Statuses, 3)).Should().OnlyContain(status => status.GetProperty("recipient_user_id").GetString() == user);
        simulator.Hub.Webhooks.Should().OnlyContain(webhook => !System.Text.Encoding.ASCII.GetString(webhook.Body).Contains("6281234567890"));
    }

    [Fact]
    public async Task The_same_id_twice_is_one_message_delivered_twice()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        await simulator.Write(new { type = "text", text = "Halo", wamid = "wamid.same" });
        await simulator.Write(new { type = "text", text = "Halo", wamid = "wamid.same" });

        await Eventually.Has(() => simulator.Hub.Messages, 2);
        (await simulator.Chat()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"text":""}""")]
    [InlineData("""{}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"type":"location"}""")]
    [InlineData("""{"type":"image","data":"not base64!"}""")]
    [InlineData("""[]""")]
    public async Task What_a_phone_could_not_send_is_refused(string body)
    {
        await using var simulator = await SimulatorUnderTest.Start();
        using var content = new StringContent(body);

        using var response = await simulator.Http.PostAsync($"/simulator/clients/{SimulatorUnderTest.Client}/messages", content);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_no_phone_number_has_no_phone()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        using var response = await simulator.Http.GetAsync("/simulator/clients/nobody/messages");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Clients_are_listed_with_the_latest_on_top()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        await simulator.Write(new { text = "Satu", name = "Sari" }, "+6281200000001");
        await simulator.Write(new { text = "Dua", name = "Budi" }, "+6281200000002");
        await simulator.Write(new { text = "Tiga" }, "+6281200000001");

        var clients = await simulator.Http.GetFromJsonAsync<JsonElement>("/simulator/clients");
        clients.EnumerateArray().Select(client => (client.GetProperty("phone").GetString(), client.GetProperty("name").GetString()))
            .Should().Equal(("+6281200000001", "Sari"), ("+6281200000002", "Budi"));
    }

    [Fact]
    public async Task With_plus_without_plus_and_domestic_is_one_client()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        await simulator.Write(new { text = "Satu" }, "+6281234567890");
        await simulator.Write(new { text = "Dua" }, "6281234567890");
        await simulator.Write(new { text = "Tiga" }, "081234567890");

        var clients = await simulator.Http.GetFromJsonAsync<JsonElement>("/simulator/clients");
        clients.EnumerateArray().Should().ContainSingle().Which.GetProperty("messages").GetInt32().Should().Be(3);
    }
}
