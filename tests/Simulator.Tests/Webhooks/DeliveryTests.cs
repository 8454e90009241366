using System.Net;
using System.Net.Http.Json;
using System.Text;
using Lawyers.Hub.Simulator.Tests.Running;
using Lawyers.Hub.Simulator.Webhooks;

namespace Lawyers.Hub.Simulator.Tests.Webhooks;

public sealed class DeliveryTests
{
    [Fact]
    public async Task A_webhook_is_delivered_again_until_the_hub_answers_exactly_200()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        simulator.Hub.Answer = _ => simulator.Hub.Webhooks.Count switch { 1 => HttpStatusCode.InternalServerError, 2 => HttpStatusCode.Accepted, _ => HttpStatusCode.OK };

        var wamid = await simulator.Write(new { type = "text", text = "Halo" });

        var chat = await Eventually.Get(() => simulator.Chat(), chat => chat[0].GetProperty("status").GetString() == "delivered");
        chat[0].GetProperty("wamid").GetString().Should().Be(wamid);
        simulator.Hub.Webhooks.Should().HaveCount(3);
        simulator.Hub.Webhooks.Select(webhook => Encoding.ASCII.GetString(webhook.Body)).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task What_one_client_writes_arrives_in_order_even_when_a_delivery_fails()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        simulator.Hub.Answer = _ => simulator.Hub.Webhooks.Count == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK;

        foreach (var number in Enumerable.Range(1, 5))
        {
            await simulator.Write(new { type = "text", text = $"{number}" });
        }

        var received = await Eventually.Has(() => simulator.Hub.Messages, 6);
        received.Select(message => message.GetProperty("text").GetProperty("body").GetString()).Should().Equal("1", "1", "2", "3", "4", "5");
    }

    [Fact]
    public async Task A_client_whose_webhook_fails_does_not_hold_up_another()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        simulator.Hub.Answer = webhook => webhook.Json.GetRawText().Contains("6281200000001", StringComparison.Ordinal)
            ? HttpStatusCode.InternalServerError
            : HttpStatusCode.OK;

        await simulator.Write(new { type = "text", text = "terhambat" }, "+6281200000001");
        await Eventually.Has(() => simulator.Hub.Messages, 1);
        await simulator.Write(new { type = "text", text = "lancar" }, "+6281200000002");

        await Eventually.Get(() => simulator.Chat("+6281200000002"), chat => chat[0].GetProperty("status").GetString() == "delivered");
        (await simulator.Chat("+6281200000001"))[0].GetProperty("status").GetString().Should().Be("sent");
    }

    [Fact]
    public void Retries_come_at_once_then_ever_more_rarely_up_to_a_minute() =>
        Enumerable.Range(0, 9).Select(failures => RetryDelay.After(failures).TotalSeconds).Should().Equal(0, 1, 2, 4, 8, 16, 32, 60, 60);

    [Theory]
    [InlineData("""{ "object":"whatsapp_business_account", "é": [ }""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[{"id":"\ud800"}]}}]}]}""")]
    [InlineData("""{"entry":[1,{"changes":"x"}]}""")]
    [InlineData("")]
    public async Task A_tests_own_webhook_arrives_byte_for_byte_and_the_hubs_status_comes_back(string body)
    {
        await using var simulator = await SimulatorUnderTest.Start();
        simulator.Hub.Answer = _ => HttpStatusCode.BadRequest;
        var bytes = Encoding.UTF8.GetBytes(body);

        using var content = new ByteArrayContent(bytes);
        using var response = await simulator.Http.PostAsync("/simulator/webhooks", content);

        (await SimulatorUnderTest.Json(response)).GetProperty("status").GetInt32().Should().Be(400);
        simulator.Hub.Webhooks.Single().Body.Should().Equal(bytes);
        simulator.Hub.Webhooks.Single().Signature.Should().Be(WebhookSignature.Of(bytes, SimulatorUnderTest.AppSecret));
    }

    [Fact]
    public async Task A_message_in_a_tests_own_webhook_opens_the_window()
    {
        await using var simulator = await SimulatorUnderTest.Start();
        var value = new
        {
            messaging_product = "whatsapp",
            metadata = new { display_phone_number = "622155501234", phone_number_id = SimulatorUnderTest.PhoneNumberId },
            messages = new[]
            {
                new
                {
                    from = "6281234567890",
                    id = "wamid.own",
                    timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                    type = "text",
                    text = new { body = "halo" },
                },
            },
        };
        var envelope = new { @object = "whatsapp_business_account", entry = new[] { new { id = "1", changes = new[] { new { field = "messages", value } } } } };

        using var response = await simulator.Http.PostAsJsonAsync("/simulator/webhooks", envelope);

        (await simulator.SendText("Selamat siang")).Status.Should().Be(200);
        (await simulator.Chat()).Select(message => message.GetProperty("text").GetString()).Should().Equal("halo", "Selamat siang");
    }

    [Fact]
    public async Task The_handshake_reports_whether_the_hub_echoed_the_challenge()
    {
        await using var simulator = await SimulatorUnderTest.Start();

        using var response = await simulator.Http.PostAsync("/simulator/handshake", null);

        (await SimulatorUnderTest.Json(response)).GetProperty("echoed").GetBoolean().Should().BeTrue();
    }
}
