using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lawyers.Hub.Simulator.Tests.Running;

namespace Lawyers.Hub.Simulator.Tests.Graph;

public sealed class AccessTests
{
    private static readonly object Text = new { messaging_product = "whatsapp", to = SimulatorUnderTest.Client, type = "text", text = new { body = "Halo" } };

    [Theory]
    [InlineData(null)]
    [InlineData("another-token")]
    public async Task Without_a_known_token_nothing_is_sent(string? token)
    {
        await using var simulator = await SimulatorUnderTest.Start();
        simulator.Http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        using var response = await simulator.Http.PostAsJsonAsync($"/v22.0/{SimulatorUnderTest.PhoneNumberId}/messages", Text);

        var answer = new GraphResponse((int)response.StatusCode, await SimulatorUnderTest.Json(response));
        (answer.Status, answer.ErrorCode).Should().Be((401, 190));
        answer.Json.GetProperty("error").GetProperty("type").GetString().Should().Be("OAuthException");
        answer.Json.GetProperty("error").GetProperty("fbtrace_id").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task An_unknown_phone_number_id_is_no_object()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        using var response = await simulator.Graph.PostAsJsonAsync("/v26.0/1/messages", Text);

        var error = (await SimulatorUnderTest.Json(response)).GetProperty("error");
        ((int)response.StatusCode, error.GetProperty("code").GetInt32(), error.GetProperty("error_subcode").GetInt32()).Should().Be((400, 100, 33));
    }

    [Fact]
    public async Task A_token_opens_its_own_number_only()
    {
        await using var hub = await HubReceiver.Start();
        await using var simulator = await SimulatorUnderTest.Start(
            hub, "--Simulator:Channels:0:PhoneNumberId=222", "--Simulator:Channels:0:WabaId=333", "--Simulator:Channels:0:DisplayPhoneNumber=62215550002",
            "--Simulator:Channels:0:AccessToken=second", "--Simulator:Channels:0:AppSecret=s", "--Simulator:Channels:0:VerifyToken=v");

        using var response = await simulator.Graph.PostAsJsonAsync("/v22.0/222/messages", Text);

        response.StatusCode.Should().Be(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Only_version_segments_lead_to_the_graph()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        using var response = await simulator.Graph.PostAsJsonAsync($"/22.0/{SimulatorUnderTest.PhoneNumberId}/messages", Text);

        response.StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","pin":"123456"}""", 200)]
    [InlineData("""{"messaging_product":"whatsapp","pin":"12345"}""", 400)]
    [InlineData("""{"messaging_product":"whatsapp"}""", 400)]
    [InlineData("""{"pin":"123456"}""", 400)]
    public async Task A_number_is_registered_with_a_pin_of_six_digits(string body, int status)
    {
        await using var simulator = await SimulatorUnderTest.Start();
        using var content = new StringContent(body);

        using var response = await simulator.Graph.PostAsync($"/v22.0/{SimulatorUnderTest.PhoneNumberId}/register", content);

        ((int)response.StatusCode).Should().Be(status);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"text":"\ud800"}""")]
    public async Task A_body_that_is_no_json_object_is_refused(string body)
    {
        await using var simulator = await SimulatorUnderTest.Start();

        var answer = await simulator.Send(body);

        (answer.Status, answer.ErrorCode).Should().Be((400, 100));
    }

    [Theory]
    [InlineData("081234567890x", 131009)]
    [InlineData("+62 21 5550-1234", 131021)]
    public async Task A_recipient_is_a_number_other_than_the_senders(string to, int code)
    {
        await using var simulator = await SimulatorUnderTest.Start();

        (await simulator.SendText("Halo", to)).ErrorCode.Should().Be(code);
    }

    [Theory]
    [InlineData("+6281234567890")]
    [InlineData("6281234567890")]
    [InlineData("+62 (812) 3456-7890")]
    public async Task However_the_number_is_written_the_answer_names_its_wa_id(string to)
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Halo" });

        var answer = await simulator.SendText("Selamat siang", to);

        var contact = answer.Json.GetProperty("contacts")[0];
        (contact.GetProperty("input").GetString(), contact.GetProperty("wa_id").GetString()).Should().Be((to, "6281234567890"));
    }

    [Fact]
    public async Task A_client_is_reached_by_their_user_id_too()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        await simulator.Write(new { type = "text", text = "Halo" });
        var user = (await Eventually.Has(() => simulator.Hub.Messages, 1))[0].GetProperty("from_user_id").GetString();

        var answer = await simulator.Send(new { messaging_product = "whatsapp", recipient = user, type = "text", text = new { body = "Halo" } });

        answer.Json.GetProperty("contacts")[0].GetProperty("user_id").GetString().Should().Be(user);
        answer.Json.GetProperty("contacts")[0].TryGetProperty("wa_id", out JsonElement _).Should().BeFalse();
    }
}
